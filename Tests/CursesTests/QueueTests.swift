import Screen
import Testing

@testable import Curses

struct QueueTests {
  @Test func aQueueGivesBackWhatItWasGivenInOrder() {
    var queue = Fifo<Int>()
    var (given, taken) = (0, 0)
    for round in 0..<2000 {
      for _ in 0..<round % 7 {
        queue.append(given)
        given += 1
      }
      for _ in 0..<round % 5 where taken < given {
        #expect(queue.takeFirst() == taken)
        taken += 1
      }
      #expect(queue.count == given - taken)
    }
    while let next = queue.takeFirst() {
      #expect(next == taken)
      taken += 1
    }
    #expect(taken == given && queue.isEmpty)
  }

  private let start = ContinuousClock.now

  /// Whether so many bytes, every so often, are a flood at any time within a minute.
  private func isFlood(_ count: Int, every interval: Duration) -> Bool {
    var gauge = InputGauge()
    var now = start
    while now < start + .seconds(60) {
      if gauge.isFlood(count, at: now) { return true }
      now += interval
    }
    return false
  }

  @Test func aPersonIsNoFlood() {
    #expect(!isFlood(3, every: .milliseconds(16)))  // A key held down.
    #expect(!isFlood(13, every: .milliseconds(1)))  // A mouse dragged.
    #expect(!isFlood(1000, every: .milliseconds(100)))  // A script that types.
  }

  @Test func aFileThrownAtTheTerminalIsOneUntilItIsCalm() {
    var gauge = InputGauge()
    func isFlood(_ count: Int, after milliseconds: Int) -> Bool {
      gauge.isFlood(count, at: start + .milliseconds(milliseconds))
    }
    func hasCalmed(after milliseconds: Int) -> Bool { gauge.hasCalmed(at: start + .milliseconds(milliseconds)) }
    #expect([isFlood(4096, after: 0), isFlood(4096, after: 0), isFlood(4096, after: 0)] == [false, false, true])
    #expect(isFlood(4096, after: 40))
    #expect([hasCalmed(after: 89), hasCalmed(after: 90), hasCalmed(after: 91)] == [false, true, false])
    #expect(!isFlood(4096, after: 92))
  }

  /// The terminal answers every frame; that keeps no flood going.
  @Test(arguments: [1, 16, 33]) func whatDripsKeepsNoFloodGoing(interval: Int) {
    var gauge = InputGauge()
    for _ in 0..<100 { _ = gauge.isFlood(4096, at: start) }
    var end = 0
    while !gauge.hasCalmed(at: start + .milliseconds(end)), end < 1000 {
      if end % interval == 0 { _ = gauge.isFlood(4, at: start + .milliseconds(end)) }
      end += 1
    }
    #expect((50...60).contains(end))
  }

  @Test func whatNobodyHasTimeForIsAFloodToo() {
    var gauge = InputGauge()
    let verdicts = [1024, 1025].map { gauge.isFlood(1, waiting: $0, at: start) }
    #expect(verdicts == [false, true])
  }

  @Test func ofAFloodTheLastSequenceStays() {
    var decoder = InputDecoder()
    decoder.feed("aaaa\u{1b}[A\u{1b}[<0;1;1Mbbb\u{1b}[?62".utf8)
    decoder.skipToLastSequence()
    #expect(decoder.next() == nil)
    decoder.feed(";4cx".utf8)
    #expect(decoder.next() == .reply(.attributes([62, 4])))
    #expect(decoder.next() == .event(.key(KeyPress(.character("x")))))
  }
}
