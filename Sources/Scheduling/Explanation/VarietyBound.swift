/// Whether a class can meet fewer different lecturers than it must, whenever its sessions are held.
struct VarietyBound {
  private let excerpt: Excerpt

  init(_ excerpt: Excerpt) { self.excerpt = excerpt }

  var isShort: Bool {
    excerpt.members.contains { $0.variety > 1 && most($0) < $0.variety }
  }

  /// The most different people who can hold the sessions, and those of modules that anybody could hold.
  private func most(_ member: Excerpt.Member) -> Int {
    var flow = MaxFlow(nodes: 2)
    var people: [Int: Int] = [:]
    func seat(_ count: Int, for candidates: [Int]) {
      let seats = flow.addNode()
      flow.addEdge(from: 0, to: seats, capacity: count)
      for person in candidates {
        let known = people[person]
        let node = known ?? flow.addNode()
        people[person] = node
        flow.addEdge(from: seats, to: node, capacity: 1)
        if known == nil { flow.addEdge(from: node, to: 1, capacity: 1) }
      }
    }
    for task in member.tasks {
      seat(max(0, excerpt.tasks[task].team.upperBound), for: able(excerpt.tasks[task]))
    }
    seat(max(0, member.ghostSeats), for: member.ghosts)
    return flow.solve(from: 0, to: 1)
  }

  /// Who can hold the task at one of its starts at least.
  private func able(_ task: Excerpt.Task) -> [Int] {
    task.people.filter { person in
      task.length <= excerpt.dayLimit(of: person) ?? .max
        && task.length <= excerpt.weekLimit(of: person) ?? .max
        && task.starts.contains { excerpt.isFree(person, task, $0) }
    }
  }
}
