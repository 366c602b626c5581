import ErrorSurfaces
import Experiments
import Foundation
import Plots
import Screen
import Testing

@testable import Session
@testable import Training
@testable import Visualizer

/// Whatever is done, the screen shows what a fresh look at the engine gives: nothing stale.
///
/// After each of many random actions the picture is compared with that of the same program whose caches are gone: costs are
/// measured again, the last step is looked up in the past, and the process has come to where it is by a replay from its keyframes.
/// Every second walk has somebody who waits, so that what takes long is done beside. What a failure needs of all that was done
/// before is found by leaving out the rest. `ACTIONS=10000` makes so many of each demo, `LOOK=8` looks after every eighth alone,
/// `DESCENT_SEED` adds to the seeds.
struct FreshDrawingTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["ACTIONS"].flatMap { Int($0) } ?? 120
  private static let look = environment["LOOK"].flatMap { Int($0) } ?? 1
  private static let moreSeed = environment["DESCENT_SEED"].flatMap { UInt64($0) } ?? 0

  private static let walks: [(String, UInt64)] = [
    ("xor4", 1), ("circle", 2), ("iris", 3), ("line", 4), ("queens", 5), ("echo", 6), ("hopfield-letters", 7),
    ("bowl", 8),
  ]

  @Test(arguments: walks) func nothingIsStale(demo: String, seed: UInt64) throws {
    // Long walks are many: what went wrong in one is found again from its seed.
    for (number, begun) in stride(from: 0, to: Self.count, by: 500).enumerated() {
      let seed = seed + Self.moreSeed + UInt64(number * Self.walks.count)
      guard try isFresh(demo, seed: seed, actions: min(500, Self.count - begun)) else { return }
    }
  }

  private func isFresh(_ demo: String, seed: UInt64, actions: Int) throws -> Bool {
    var fingers = Fingers(seed: seed)
    var walk = try Walk(demo, patience: seed % 2 == 0 ? 2000 : nil)
    var paused = 0
    for number in 0..<actions {
      let act = fingers.act()
      try walk.perform(act)
      if number % Self.look == 0, let difference = walk.difference {
        let few = try walk.fewest()
        Issue.record("\(demo), seed \(seed), action \(number), \(act): \(difference)\nby \(few) alone")
        return false
      }
      if !walk.state.isRunning { paused += 1 }
    }
    #expect(paused * 4 > actions && paused < actions, "\(demo), seed \(seed): both paused and running")
    return true
  }

  /// What minimizes failures finds the two acts that matter among many.
  @Test func aFailureIsMadeSmall() {
    let few = Array(0..<100).fewest { $0.contains(17) && $0.contains(80) }
    #expect(few == [17, 80])
  }
}

extension Array {
  /// A part of it, in its order, that still fails and of which nothing can be left out: halves, quarters, … single elements.
  fileprivate func fewest(_ fails: ([Element]) throws -> Bool) rethrows -> [Element] {
    var (kept, size) = (self, count / 2)
    while size > 0 {
      var place = 0
      while place < kept.count {
        let rest = Array(kept[..<place] + kept[Swift.min(kept.count, place + size)...])
        if try fails(rest) { kept = rest } else { place += size }
      }
      size /= 2
    }
    return kept
  }
}

/// A program that somebody does all sorts of things to, and what was done since it was opened.
private struct Walk {
  private let demo: String
  private let patience: Int?
  private(set) var state: State
  private var acts: [Act] = []

  init(_ demo: String, patience: Int?) throws {
    (self.demo, self.patience) = (demo, patience)
    state = try State.opened(demo, width: 100, height: 32)
    state.perform(.session(.patience(patience)))
  }

  mutating func perform(_ act: Act) throws {
    acts.append(act)
    act.happen(to: &state)
    // Large networks and files are left again: the walk is about small ones.
    if !isAtHome { self = try Walk(demo, patience: patience) }
  }

  private var isAtHome: Bool {
    guard let run = state.run else { return false }
    return run.history.process.point.count < 400 && run.dataset.count <= 1000
  }

  /// Where the picture is another than that of a program without caches.
  var difference: String? {
    let (live, fresh) = (measured.picture, refreshed(measured).picture)
    return live == fresh ? nil : difference(live, fresh)
  }

  /// The fewest of the acts that still lead to a picture that is not fresh.
  func fewest() throws -> [Act] {
    try acts.fewest { acts in
      var walk = try Walk(demo, patience: patience)
      for act in acts { try walk.perform(act) }
      return walk.difference != nil
    }
  }

  /// With what is left to be measured beside.
  private var measured: State {
    guard let session = state.session, Workload(of: session).awaitsMeasuring else { return state }
    var state = state
    state.answer([.beside(.measure)])
    return state
  }

  private func refreshed(_ state: State) -> State {
    var fresh = state
    guard var session = fresh.session else { return fresh }
    session.run.history.forgetSteps()
    if !session.isRunning {
      let twin = session.run.twin
      session.run.history.replayFromKeyframe()
      session.run.measure()
      session.run.twin = twin
    }
    fresh.session = session
    return fresh
  }

  private func difference(_ live: Frame, _ fresh: Frame) -> String {
    let (a, b) = (live.text.split(separator: "\n"), fresh.text.split(separator: "\n"))
    let row = zip(a, b).first { $0 != $1 }
    return row.map { "\n\($0)\n\($1)" } ?? "in colours alone"
  }
}

extension History where P == Course {
  /// Drops the step in view, which is then looked up in the past.
  fileprivate mutating func forgetSteps() { lastStep = nil }

  /// Comes to the present position from a keyframe before it. What the past keeps stays as it was.
  fileprivate mutating func replayFromKeyframe() {
    var there = self
    there.go(to: 0)
    there.go(to: position)
    (process, revealed, walk) = (there.process, there.revealed, there.walk)
  }
}

/// Something that is done to a program.
private enum Act: CustomStringConvertible {
  case train(updates: Int)
  case press(across: Int, down: Int)
  case surface
  case key(Key)

  var description: String {
    switch self {
    case .train(let updates): "\(updates) updates"
    case .press(let across, let down): "a press at \(across), \(down)"
    case .surface: "a surface"
    case .key(let key): "\(key)"
    }
  }

  func happen(to state: inout State) {
    switch self {
    case .train(let updates): state.answer(state.reduce(.session(.train(updates: updates))))
    case .press(let across, let down):
      let event = MouseEvent(.press, x: across % state.width, y: 1 + down % (state.height - 2))
      state.answer(state.reduce(.mouse(event)))
    case .surface:
      guard let request = state.wantedSurface else { return }
      state.perform(.session(.surface(.computed(SurfaceOutcome(computing: request, threads: 1)))))
    case .key(let key): state.type([key])
    }
  }
}

/// Somebody who tries everything, the same on every machine.
private struct Fingers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private static let keys: [Key] =
    .letters("       nnnbbNBgG+-FvtrRaAIaoOcCmyyxXHzhjklpfw[]1234567KJ") + [
      .up, .down, .left, .right, .enter, .escape, .tab, .pageUp, .pageDown, .home, .end,
    ]

  /// What is done next.
  mutating func act() -> Act {
    switch below(10) {
    case 0, 1: .train(updates: 1 + below(12))
    case 2: .press(across: below(1000), down: below(1000))
    case 3: .surface
    default: .key(Self.keys[below(Self.keys.count)])
    }
  }
}
