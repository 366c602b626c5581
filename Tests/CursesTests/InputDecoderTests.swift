import Screen
import Testing

@testable import Curses

struct InputDecoderTests {
  /// Everything that comes out of some bytes when no more come.
  private func decode(_ bytes: some Sequence<UInt8>) -> [InputDecoder.Output] {
    var decoder = InputDecoder()
    decoder.feed(bytes)
    var result: [InputDecoder.Output] = []
    while let output = decoder.next() { result.append(output) }
    while decoder.patience != nil, let output = decoder.next(givingUp: true) { result.append(output) }
    return result
  }

  private func keys(_ text: String) -> [KeyPress] {
    decode(text.utf8).compactMap { if case .event(.key(let press)) = $0 { press } else { nil } }
  }

  static let samples: [(String, KeyPress)] = [
    ("a", KeyPress(.character("a"))), ("é", KeyPress(.character("é"))), ("漢", KeyPress(.character("漢"))),
    ("😀", KeyPress(.character("😀"))), (" ", KeyPress(.character(" "))),
    ("\r", KeyPress(.enter)), ("\n", KeyPress(.enter)), ("\t", KeyPress(.tab)), ("\u{7f}", KeyPress(.backspace)),
    ("\u{8}", KeyPress(.backspace)), ("\u{0}", KeyPress(.character(" "), control: true)),
    ("\u{10}", KeyPress(.character("p"), control: true)), ("\u{1c}", KeyPress(.character("\\"), control: true)),
    ("\u{1b}", KeyPress(.escape)), ("\u{1b}x", KeyPress(.character("x"), alt: true)),
    ("\u{1b}é", KeyPress(.character("é"), alt: true)), ("\u{1b}[", KeyPress(.character("["), alt: true)),
    ("\u{1b}O", KeyPress(.character("O"), alt: true)), ("\u{1b}]", KeyPress(.character("]"), alt: true)),
    ("\u{1b}\r", KeyPress(.enter, alt: true)), ("\u{1b}\t", KeyPress(.backTab)),
    ("\u{1b}[A", KeyPress(.up)), ("\u{1b}OA", KeyPress(.up)), ("\u{1b}[B", KeyPress(.down)),
    ("\u{1b}[C", KeyPress(.right)), ("\u{1b}[D", KeyPress(.left)), ("\u{1b}[1;5C", KeyPress(.right, control: true)),
    ("\u{1b}[1;3D", KeyPress(.left, alt: true)), ("\u{1b}[1;2A", KeyPress(.up)), ("\u{1b}[Z", KeyPress(.backTab)),
    ("\u{1b}[H", KeyPress(.home)), ("\u{1b}OH", KeyPress(.home)), ("\u{1b}[1~", KeyPress(.home)),
    ("\u{1b}[7~", KeyPress(.home)), ("\u{1b}[F", KeyPress(.end)), ("\u{1b}[4~", KeyPress(.end)),
    ("\u{1b}[2~", KeyPress(.insert)), ("\u{1b}[3~", KeyPress(.delete)),
    ("\u{1b}[3;5~", KeyPress(.delete, control: true)),
    ("\u{1b}[5~", KeyPress(.pageUp)), ("\u{1b}[6~", KeyPress(.pageDown)),
    ("\u{1b}OP", KeyPress(.function(1))), ("\u{1b}[[A", KeyPress(.function(1))), ("\u{1b}[11~", KeyPress(.function(1))),
    ("\u{1b}OS", KeyPress(.function(4))), ("\u{1b}[15~", KeyPress(.function(5))),
    ("\u{1b}[17~", KeyPress(.function(6))),
    ("\u{1b}[21~", KeyPress(.function(10))), ("\u{1b}[23~", KeyPress(.function(11))),
    ("\u{1b}[24~", KeyPress(.function(12))), ("\u{1b}[1;5P", KeyPress(.function(1), control: true)),
    ("\u{1b}[97;5u", KeyPress(.character("a"), control: true)), ("\u{1b}[27u", KeyPress(.escape)),
    ("\u{1b}[27;5;46~", KeyPress(.character("."), control: true)), ("\u{1b}[9;2u", KeyPress(.backTab)),
  ]

  @Test(arguments: samples)
  func aKeyIsDecoded(sequence: String, press: KeyPress) {
    #expect(decode(sequence.utf8) == [.event(.key(press))])
  }

  /// However the bytes are cut into pieces, the same comes out, and never anything twice.
  @Test(arguments: samples)
  func piecesMakeTheSameKey(sequence: String, press: KeyPress) {
    for cut in 1..<max(2, sequence.utf8.count) {
      var decoder = InputDecoder()
      var result: [InputDecoder.Output] = []
      for piece in [Array(sequence.utf8.prefix(cut)), Array(sequence.utf8.dropFirst(cut))] {
        decoder.feed(piece)
        while let output = decoder.next() { result.append(output) }
      }
      if decoder.patience != nil { result += decoder.next(givingUp: true).map { [$0] } ?? [] }
      #expect(result == [.event(.key(press))])
      #expect(decoder.patience == nil)
    }
  }

  @Test func keysInARowStayApart() {
    #expect(
      keys("a\u{1b}[Ab\u{1b}OB\u{1b}\u{1b}[C").map(\.key) == [
        .character("a"), .up, .character("b"), .down, .escape, .right,
      ])
  }

  @Test(arguments: [
    ("\u{1b}[<0;1;1M", MouseEvent(.press, .left, x: 0, y: 0)),
    ("\u{1b}[<1;10;20M", MouseEvent(.press, .middle, x: 9, y: 19)),
    ("\u{1b}[<2;300;200m", MouseEvent(.release, .right, x: 299, y: 199)),
    ("\u{1b}[<32;5;6M", MouseEvent(.drag, .left, x: 4, y: 5)),
    ("\u{1b}[<4;5;6M", MouseEvent(.press, .left, x: 4, y: 5)),
    ("\u{1b}[<64;5;6M", MouseEvent(.wheelUp, .none, x: 4, y: 5)),
    ("\u{1b}[<65;5;6M", MouseEvent(.wheelDown, .none, x: 4, y: 5)),
    ("\u{1b}[M !!", MouseEvent(.press, .left, x: 0, y: 0)),
    ("\u{1b}[M#\"#", MouseEvent(.release, .none, x: 1, y: 2)),
    ("\u{1b}[M`!!", MouseEvent(.wheelUp, .none, x: 0, y: 0)),
  ])
  func theMouseIsDecoded(sequence: String, event: MouseEvent) {
    #expect(decode(sequence.utf8) == [.event(.mouse(event))])
  }

  @Test(arguments: [
    "\u{1b}[<35;5;6M", "\u{1b}[<66;5;6M", "\u{1b}[<0;0;6M", "\u{1b}[<0;5M", "\u{1b}[<9999999999999999999;5;6M",
    "\u{1b}[I", "\u{1b}[O", "\u{1b}[?1;2x", "\u{1b}[999~", "\u{1b}P1$r0m\u{1b}\\", "\u{1b}_Gi=1;OK\u{1b}\\",
    "\u{1b}]52;c;aGk=\u{07}", "\u{1b}[>41;330;0c", "\u{1b}[1114112u", "\u{1b}[55296u", "\u{1b}[1;5", "\u{1b}]11;rgb:",
  ])
  func whatNobodyKnowsIsDropped(sequence: String) {
    #expect(decode((sequence + "a").utf8).last == .event(.key(KeyPress(.character("a")))) || !sequence.hasSuffix("\\"))
    #expect(decode(sequence.utf8).isEmpty)
  }

  @Test func brokenUTF8IsDroppedByteByByte() {
    #expect(decode([0xff, 0x61, 0xc3, 0x62, 0xe2, 0x82, 0x63, 0x80, 0xf5]).count == 3)
    #expect(decode([0xc2, 0x9b]).isEmpty)
  }

  @Test func aPasteIsOneEvent() {
    #expect(
      decode("\u{1b}[200~two\r\nlines\u{1b}[31m\tq\u{1b}[201~x".utf8) == [
        .event(.paste("two\nlines[31m\tq")), .event(.key(KeyPress(.character("x")))),
      ])
  }

  /// A pause tells what has come; whatever comes later is still no key.
  @Test func aPasteThatPausesIsNoKeysAfterwards() {
    var decoder = InputDecoder()
    for byte in "\u{1b}[200~some text\u{1b}[20".utf8 {
      decoder.feed([byte])
      #expect(decoder.next() == nil)
    }
    #expect(decoder.patience == .seconds(1))
    #expect(decoder.next(givingUp: true) == .event(.paste("some text")))
    decoder.feed("1~qq".utf8)
    #expect(decoder.next() == .event(.key(KeyPress(.character("q")))))
    decoder.feed("\u{1b}[200~".utf8)
    #expect(decoder.next() == .event(.key(KeyPress(.character("q")))))
    for pause in 1...3 {
      decoder.feed("q\(pause)".utf8)
      #expect(decoder.next() == nil)
      #expect(decoder.next(givingUp: true) == .event(.paste("q\(pause)")))
      #expect(decoder.patience == nil)
    }
    decoder.feed("\u{1b}[201~z".utf8)
    #expect(decoder.next() == .event(.key(KeyPress(.character("z")))))
  }

  @Test func escapeAloneAfterAPauseEndsAPasteWhoseEndWasLost() {
    var decoder = InputDecoder()
    decoder.feed("\u{1b}[200~text".utf8)
    #expect(decoder.next() == nil)
    #expect(decoder.next(givingUp: true) == .event(.paste("text")))
    decoder.feed([0x1b])
    #expect(decoder.next() == nil)
    #expect(decoder.patience == .seconds(1))
    #expect(decoder.next(givingUp: true) == .event(.key(KeyPress(.escape))))
    decoder.feed("z".utf8)
    #expect(decoder.next() == .event(.key(KeyPress(.character("z")))))
  }

  /// What looks like the beginning of one sequence never swallows the escape byte of the next.
  @Test(arguments: [
    "\u{1b}O", "\u{1b}[M", "\u{1b}[M !", "\u{1b}[[", "\u{1b}[1;5", "\u{1b}]11;rgb:", "\u{1b}P1$", "\u{1b}",
  ])
  func anUnfinishedSequenceBeforeAPasteLeavesItAPaste(beginning: String) {
    let outputs = decode((beginning + "\u{1b}[200~q\u{1b}[201~").utf8)
    #expect(outputs.last == .event(.paste("q")))
    #expect(!outputs.contains(.event(.key(KeyPress(.character("q"))))))
  }

  /// Answers cut byte by byte on a slow line are answers all the same, as long as the pauses are below a quarter of a second.
  @Test func anAnswerInSinglePiecesIsAwaited() {
    var decoder = InputDecoder()
    decoder.expectsAnswers = true
    let answers = "\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\\u{1b}P>|foot(1.20.0)\u{1b}\\\u{1b}[?62;4c"
    var outputs: [InputDecoder.Output] = []
    for byte in answers.utf8 {
      decoder.feed([byte])
      while let output = decoder.next() { outputs.append(output) }
      if let patience = decoder.patience { #expect(patience >= .milliseconds(250)) }
    }
    #expect(
      outputs == [
        .reply(.background(.rgb(255, 255, 255))), .reply(.version("foot(1.20.0)")), .reply(.attributes([62, 4])),
      ])
  }

  @Test func theKeypadOfKittysProtocolIsKeys() {
    #expect(decode("\u{1b}[57399u\u{1b}[57414u\u{1b}[57419u\u{1b}[57360u".utf8).count == 3)
    #expect(keys("\u{1b}[57401u").map(\.key) == [.character("2")])
    #expect(keys("\u{1b}[57423;5u") == [KeyPress(.home, control: true)])
  }

  @Test func aPasteOfAnyLengthTakesBoundedMemory() {
    var decoder = InputDecoder()
    decoder.feed("\u{1b}[200~".utf8)
    for _ in 0..<40 {
      decoder.feed([UInt8](repeating: 0x61, count: 1 << 12))
      #expect(decoder.next() == nil)
    }
    decoder.feed("\u{1b}[201~z".utf8)
    #expect(decoder.next() == .event(.paste(String(repeating: "a", count: InputDecoder.longestPaste))))
    #expect(decoder.next() == .event(.key(KeyPress(.character("z")))))
  }

  @Test func anEndlessSequenceIsDropped() {
    var decoder = InputDecoder()
    decoder.feed("\u{1b}]11;".utf8)
    for _ in 0..<100 {
      decoder.feed([UInt8](repeating: 0x61, count: 100))
      #expect(decoder.next() == nil)
    }
    decoder.feed("\u{1b}\\z".utf8)
    #expect(decoder.next() == .event(.key(KeyPress(.character("z")))))
    #expect(decoder.patience == nil)
  }

  /// The answer to the question after a frame may come in a paste, which it is no part of.
  @Test func anAnswerInAPasteIsNoTextOfIt() {
    let bytes = Array("\u{1b}[200~ab\u{1b}[0ncd\u{1b}[201~k".utf8)
    for cut in 0...bytes.count {
      var decoder = InputDecoder()
      var outputs: [InputDecoder.Output] = []
      for part in [bytes[..<cut], bytes[cut...]] {
        decoder.feed(part)
        while let output = decoder.next() { outputs.append(output) }
      }
      #expect(
        outputs == [.reply(.ready), .event(.paste("abcd")), .event(.key(KeyPress(.character("k"))))], "cut at \(cut)")
    }
  }

  @Test func aLoneEscapeWaitsShortly() {
    var decoder = InputDecoder()
    decoder.feed([0x1b])
    #expect(decoder.next() == nil)
    #expect(decoder.patience == .milliseconds(25))
    #expect(decoder.next(givingUp: true) == .event(.key(KeyPress(.escape))))
    #expect(decoder.patience == nil)
  }

  @Test(arguments: [
    ("\u{1b}[?2026;2$y", TerminalReply.synchronizedOutput(true)), ("\u{1b}[?2026;0$y", .synchronizedOutput(false)),
    ("\u{1b}]11;rgb:ffff/8080/0000\u{1b}\\", .background(.rgb(255, 128, 0))),
    ("\u{1b}]11;rgb:1e/1e/1e\u{07}", .background(.rgb(30, 30, 30))), ("\u{1b}[?62;22c", .attributes([62, 22])),
    ("\u{1b}P>|kitty(0.40.1)\u{1b}\\", .version("kitty(0.40.1)")), ("\u{1b}[?0u", .keyboardProtocol),
    ("\u{1b}[0n", .ready), ("\u{1b}P>|a\u{202e}b\u{1b}\\", .version("ab")),
  ])
  func answersAreNotKeys(sequence: String, reply: TerminalReply) {
    #expect(decode(sequence.utf8) == [.reply(reply)])
  }

  /// Random bytes, some of them likely to begin sequences: nothing traps, and all is consumed in the end.
  @Test func anyBytesAreSurvived() {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    func random(below bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    let likely = Array("\u{1b}[]OPM<;?~m012ABu\u{07}\\".utf8)
    for _ in 0..<2000 {
      var decoder = InputDecoder()
      for _ in 0..<random(below: 5) {
        decoder.feed(
          (0..<random(below: 20)).map { _ in
            random(below: 2) == 0 ? likely[random(below: UInt64(likely.count))] : UInt8(random(below: 256))
          })
        while decoder.next() != nil {}
      }
      for _ in 0..<200 where decoder.patience != nil { _ = decoder.next(givingUp: true) }
      #expect(decoder.patience == nil)
    }
  }
}
