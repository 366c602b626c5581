import LinearAlgebra
import Testing

@testable import Training

/// A process that random moves can be made with.
protocol Movable: Process {
  /// One that has not begun.
  init(seed: UInt64)
  /// All that it holds at a moment.
  associatedtype Mark
  var mark: Mark { get }
  /// What differs between two moments, in words; nothing, if all is well.
  static func differences(_ now: Mark, _ then: Mark) -> [String]
  /// Some change.
  func someEdit(_ stream: inout RandomStream) -> Edit
}

/// A history, and what it should hold: the beginning, and what was done.
struct RandomMoves<P: Movable> {
  let seed: UInt64
  var stream: RandomStream
  var history: History<P>
  let beginning: P
  /// The state at each clock of each branch, as it was when first met.
  var seen: [Place: P.Mark] = [:]

  struct Place: Hashable {
    let branch: Int
    let clock: Int
  }

  init(_ kind: P.Type, seed: UInt64, budget: Int, spacing: Int) {
    self.seed = seed
    stream = RandomStream(seed: seed, purpose: .search)
    beginning = P(seed: seed)
    history = History(beginning, budget: budget, spacing: spacing)
  }

  mutating func run(_ moves: Int) {
    for move in 0..<moves {
      let what = makeMove()
      guard check("seed \(seed), move \(move): \(what)") else { return }
    }
    for branch in history.branches {
      guard history.go(toTipOf: branch.id) else { continue }
      guard check("seed \(seed), tip of branch \(branch.id)"), checkFromBeginning() else { return }
    }
  }

  /// The state is the one met here before, if it was, and the past is in order.
  private mutating func check(_ what: String) -> Bool {
    #expect(history.brokenInvariant == nil, "\(what)")
    let place = Place(branch: history.owner(of: history.process.clock), clock: history.process.clock)
    let now = history.process.mark
    defer { seen[place] = now }
    guard let known = seen[place] else { return true }
    let differences = P.differences(now, known)
    #expect(differences == [], "\(what): branch \(place.branch), clock \(place.clock)")
    return differences.isEmpty
  }

  /// The state is what the branch's changes and plain `advance` lead to.
  private func checkFromBeginning() -> Bool {
    var process = beginning
    guard history.trail.edits.forgotten == 0 else { return true }
    var edits = Array(history.trail.edits.known)[...]
    while true {
      while let next = edits.first, next.clock == process.clock {
        process.apply(next.edit)
        edits.removeFirst()
      }
      guard process.clock < history.process.clock else { break }
      process.advance()
    }
    let differences = P.differences(history.process.mark, process.mark)
    #expect(differences == [], "seed \(seed): branch \(history.current) is not its replay from the beginning")
    return differences.isEmpty
  }

  private mutating func makeMove() -> String {
    let granularity = Granularity.allCases[stream.integer(below: 5)]
    switch stream.integer(below: 100) {
    case ..<38:
      history.forward(by: granularity)
      return "forward by \(granularity)"
    case ..<76:
      history.back(by: granularity)
      return "back by \(granularity)"
    case ..<86:
      let from = history.process
      let edit = from.someEdit(&stream)
      history.make(edit)
      if history.process.clock == from.clock { forgetPresent() }
      return from.name(of: edit)
    case ..<90:
      history.go(toTipOf: stream.integer(below: history.branches.count))
      return "to a tip"
    case ..<96:
      let clock = stream.integer(below: history.branch.tip.clock + 1)
      history.go(to: clock)
      return "to \(clock)"
    default:
      for _ in 0..<stream.integer(below: 60) { history.step() }
      return "many steps"
    }
  }

  /// A change gives the present clock another state.
  private mutating func forgetPresent() {
    seen[Place(branch: history.owner(of: history.process.clock), clock: history.process.clock)] = nil
  }
}
