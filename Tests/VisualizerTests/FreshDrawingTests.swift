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
/// `ACTIONS=10000` makes so many of each seed.
struct FreshDrawingTests {
  private static let count = ProcessInfo.processInfo.environment["ACTIONS"].flatMap { Int($0) } ?? 120

  @Test(arguments: [("xor4", 1), ("circle", 2), ("iris", 3), ("line", 4)] as [(String, UInt64)])
  func nothingIsStale(demo: String, seed: UInt64) throws {
    var fingers = Fingers(seed: seed)
    var state = try State.opened(demo, width: 100, height: 32)
    var paused = 0
    for number in 0..<Self.count {
      let words = fingers.act(on: &state)
      if state.run == nil || !isAtHome(state) { state = try State.opened(demo, width: 100, height: 32) }
      let (live, fresh) = (state.picture, refreshed(state).picture)
      guard live == fresh else {
        Issue.record("seed \(seed), action \(number), \(words): \(difference(live, fresh))")
        return
      }
      if !state.isRunning { paused += 1 }
    }
    #expect(paused * 4 > Self.count && paused < Self.count, "both paused and running")
  }

  /// Large networks and files are left again: the walk is about small ones.
  private func isAtHome(_ state: State) -> Bool {
    guard let run = state.run else { return false }
    return run.trainer.network.parameters.count < 400 && run.dataset.count <= 1000
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

  /// Comes to the present position from a keyframe before it.
  fileprivate mutating func replayFromKeyframe() {
    let here = position
    go(to: 0)
    go(to: here)
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

  /// Does something; says what.
  mutating func act(on state: inout State) -> String {
    switch below(10) {
    case 0, 1:
      let updates = 1 + below(12)
      state.answer(state.reduce(.session(.train(updates: updates))))
      return "\(updates) updates"
    case 2:
      let event = MouseEvent(.press, x: below(state.width), y: 1 + below(state.height - 2))
      state.answer(state.reduce(.mouse(event)))
      return "a press at \(event.x), \(event.y)"
    case 3:
      if let request = state.wantedSurface {
        state.perform(.session(.surface(.computed(SurfaceOutcome(computing: request, threads: 1)))))
      }
      return "a surface"
    default:
      let key = Self.keys[below(Self.keys.count)]
      state.type([key])
      return "\(key)"
    }
  }
}
