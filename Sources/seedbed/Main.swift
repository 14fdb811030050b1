import ArgumentParser
import Centre
import Civil
import Glibc
import Interchange
import Logging

@main
enum Main {
  /// Parses, runs, and ends with the status that the result deserves.
  static func main() {
    let level = Places.environment("SEEDBED_LOG").flatMap(Logger.Level.init(rawValue:)) ?? .warning
    LoggingSystem.bootstrap { label in
      var handler = StreamLogHandler.standardError(label: label)
      handler.logLevel = level
      return handler
    }
    do {
      var command = try Seedbed.parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Console.note(failure.wording)
      exit(failure.status)
    } catch let error as CentreError {
      Console.note(error.wording)
      exit(ExitCode.incomplete.rawValue)
    } catch let error as ReportError {
      Console.note(error.wording)
      exit(ExitCode.incomplete.rawValue)
    } catch let error as WorkbookError {
      Console.note(error.wording)
      exit(ExitCode.incomplete.rawValue)
    } catch {
      let status = Seedbed.exitCode(for: error)
      let message = HelpText.arranged(Seedbed.fullMessage(for: error, columns: HelpText.unwrapped))
      if !message.isEmpty {
        status.isSuccess ? Console.write(message) : Console.writeError(message)
      }
      exit(status.rawValue)
    }
  }
}

/// Why a command could not do what was asked, in a sentence for the user.
struct Failure: Error {
  let wording: Wording
  let status: Int32

  /// A failure that ends the program with 2 (could not do it) unless said otherwise.
  init(_ wording: Wording, status: Int32 = 2) {
    self.wording = wording
    self.status = status
  }
}

extension ExitCode {
  /// The command worked and found something that a person must look at.
  static let findings = ExitCode(1)
  /// The command could not do all that was asked.
  static let incomplete = ExitCode(2)
}
