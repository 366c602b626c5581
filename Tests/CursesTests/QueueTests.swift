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

  /// Whether text is being pasted is known in a flood as well, however its bytes are cut and whatever of it is thrown away.
  @Test(arguments: 1...20) func inAFloodItIsKnownWhetherTextIsPasted(seed: UInt64) {
    var state = seed
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let sequences = ["n", "text\r", "\u{1b}[A", "\u{1b}[200~", "\u{1b}[201~", "\u{1b}[0n", "\u{1b}[<35;10;10M"]
    var bytes = (0..<300).flatMap { _ in Array(sequences[below(sequences.count)].utf8) }[...]
    var (whole, thinned) = (InputDecoder(), InputDecoder())
    while !bytes.isEmpty {
      let piece = bytes.prefix(1 + below(40))
      bytes = bytes.dropFirst(piece.count)
      whole.feed(piece)
      thinned.feed(piece)
      if below(2) == 0 { thinned.skipToLastSequence() }
      while whole.next() != nil {}
      while thinned.next() != nil {}
      #expect(whole.isPasting == thinned.isPasting, "seed \(seed), \(bytes.count) bytes before the end")
    }
  }
}
