import Testing

@testable import Curses

struct FramePacerTests {
  private let start = ContinuousClock.now

  /// The interval after some frames that each took so long.
  private func interval(after durations: [Duration], isRemote: Bool = false) -> Duration {
    var pacer = FramePacer(isRemote: isRemote, now: start)
    for duration in durations { pacer.showed(at: start, for: duration) }
    return pacer.interval
  }

  @Test func framesAreAsFrequentAsPromised() {
    #expect(interval(after: [.milliseconds(3)]) <= .seconds(1) / 30)
    #expect(interval(after: [.milliseconds(3)], isRemote: true) >= .seconds(1) / 13)
    #expect(interval(after: [.milliseconds(3)], isRemote: true) <= .seconds(1) / 12)
  }

  @Test func aLineThatBlocksGetsFewerFramesAndWinsThemBack() {
    let slow = Duration.milliseconds(200)
    #expect(interval(after: [slow]) == .milliseconds(50))
    #expect(interval(after: [slow, slow]) == .milliseconds(100))
    #expect(interval(after: Array(repeating: slow, count: 9)) == FramePacer.longest)
    #expect(interval(after: [slow, .zero]) == .milliseconds(45))
    #expect(interval(after: [slow, slow, slow] + Array(repeating: .zero, count: 40)) == .milliseconds(25))
  }

  @Test func theNextFrameIsDueAnIntervalAfterTheLastBegan() {
    var pacer = FramePacer(isRemote: false, now: start)
    #expect(pacer.due == start)
    pacer.showed(at: start, for: .milliseconds(2))
    #expect(pacer.due == start + .milliseconds(25))
  }

  @Test func whoWaitsIsServedSoonerButNeverLater() {
    var pacer = FramePacer(isRemote: true, now: start)
    pacer.showed(at: start, for: .milliseconds(2))
    pacer.hurry(at: start + .milliseconds(1))
    #expect(pacer.due < start + .milliseconds(25))
    let due = pacer.due
    pacer.hurry(at: start + .milliseconds(500))
    #expect(pacer.due == due)
  }

  /// Whenever in the interval a key is pressed: at once, but for the quarter after a frame.
  @Test(arguments: 0...24) func aKeyIsShownAtOnceUnlessAFrameHasJustBeen(milliseconds: Int) {
    var pacer = FramePacer(isRemote: false, now: start)
    pacer.showed(at: start, for: .milliseconds(2))
    let pressed = start + .milliseconds(milliseconds)
    pacer.hurry(at: pressed)
    #expect(pacer.due == max(pressed, start + .microseconds(6250)))
  }

  @Test func theFirstFrameWaitsForNothing() {
    var pacer = FramePacer(isRemote: false, now: start)
    pacer.hurry(at: start)
    #expect(pacer.due == start)
  }
}
