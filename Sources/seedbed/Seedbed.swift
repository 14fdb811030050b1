@main
struct Seedbed {
  static func main() {}
}
