import Screen
import TerminalEmulator
import Testing

@testable import Curses

/// What the encoder sends makes the screen that the frame is, whatever stood there before.
struct FrameEncoderTests {
  /// Numbers that look random, the same on every machine.
  private struct Numbers {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  private static let colors: [Color] = [
    .standard, .standard, .ansi(1), .ansi(12), .palette(208), .palette(17), .palette(236), .rgb(255, 135, 0),
    .rgb(1, 2, 3),
    .rgb(0, 0, 0), .rgb(48, 48, 48),
  ]
  private static let scalars = Array("     ab▀▄▀▄█⣿─é?".unicodeScalars)

  /// A frame that differs from another in some stretches.
  private func change(_ frame: inout Frame, _ numbers: inout Numbers) {
    for _ in 0..<numbers.below(12) {
      let (x, y) = (numbers.below(frame.width), numbers.below(frame.height))
      let attributes = Style.Attributes(rawValue: numbers.below(3) == 0 ? UInt8(numbers.below(32)) : 0)
      let style = Style(
        Self.colors[numbers.below(Self.colors.count)], on: Self.colors[numbers.below(Self.colors.count)], attributes)
      let scalar = Self.scalars[numbers.below(Self.scalars.count)]
      for column in x..<min(frame.width, x + 1 + numbers.below(frame.width)) { frame[column, y] = Cell(scalar, style) }
    }
    let isParked = numbers.below(4) == 0
    frame.cursor = isParked ? Frame.Position(x: numbers.below(frame.width), y: numbers.below(frame.height)) : nil
  }

  /// What a cell looks like, however it was written.
  private func look(_ cell: Cell) -> Cell {
    var cell = cell
    if cell.isBlank { return Cell(" ", Style(.standard, on: cell.style.background)) }
    if cell.scalar == "▄", cell.style.attributes.isEmpty, cell.style.foreground != .standard,
      cell.style.background != .standard
    {
      cell = Cell("▀", Style(cell.style.background, on: cell.style.foreground))
    }
    return cell
  }

  private func expectSameLook(
    _ emulator: TerminalEmulator, _ frame: Frame, _ encoder: FrameEncoder, except corner: Bool, _ note: String
  ) {
    var rendition = encoder.rendition
    let wanted = rendition.shown(frame.cells).map(look)
    for (index, cell) in emulator.cells.enumerated() where !(corner && index == wanted.count - 1) {
      guard look(cell) != wanted[index] else { continue }
      Issue.record("\(note): cell \(index % frame.width),\(index / frame.width) is \(cell), wanted \(wanted[index])")
      return
    }
  }

  static let types = [
    "xterm-256color", "xterm", "tmux-256color", "screen", "linux", "vt100", "vt220", "ansi", "xterm-mono", "none",
  ]

  @Test(arguments: types, ColorDepth.allCases)
  func theScreenIsTheFrame(type: String, depth: ColorDepth) {
    let capabilities = Terminfo.read(type)?.capabilities ?? .standard
    #expect(capabilities.moveTemplate == nil)
    for seed in 1...30 as ClosedRange<UInt64> {
      var numbers = Numbers(state: seed)
      let (width, height) = (1 + numbers.below(60), 1 + numbers.below(12))
      var encoder = FrameEncoder(capabilities: capabilities, depth: depth)
      var emulator = TerminalEmulator(width: width, height: height)
      emulator.erasesInColor = capabilities.erasesInColor
      var frame = Frame(width: width, height: height)
      for step in 0..<20 {
        if numbers.below(10) == 0 { encoder.forget() }
        change(&frame, &numbers)
        emulator.feed(encoder.encode(frame, width: width, height: height))
        let note = "seed \(seed) step \(step)"
        expectSameLook(emulator, frame, encoder, except: !capabilities.hasLastCell, note)
        if let cursor = frame.cursor { #expect(emulator.cursor == cursor && emulator.modes.contains(25), "\(note)") }
      }
      #expect(emulator.unknown.isEmpty)
    }
  }

  @Test func aFrameLikeTheLastCostsNothing() {
    var encoder = FrameEncoder(depth: .full)
    var frame = Frame(width: 40, height: 10)
    frame.write("some text", x: 3, y: 4, style: Style(.rgb(1, 2, 3)))
    #expect(!encoder.encode(frame, width: 40, height: 10).isEmpty)
    #expect(encoder.encode(frame, width: 40, height: 10).isEmpty)
    // Nobody sees the foreground of a blank.
    frame[30, 2] = Cell(" ", Style(.ansi(3)))
    #expect(encoder.encode(frame, width: 40, height: 10).isEmpty)
  }

  @Test func onlyWhatDiffersIsSentByTheShortestCodes() {
    var encoder = FrameEncoder(depth: .full)
    var frame = Frame(width: 40, height: 10)
    _ = encoder.encode(frame, width: 40, height: 10)
    func bytes(_ change: (inout Frame) -> Void) -> String {
      change(&frame)
      return String(decoding: encoder.encode(frame, width: 40, height: 10), as: UTF8.self)
    }
    #expect(bytes { $0[5, 2] = Cell("x") } == "\u{1b}[3;6Hx")
    #expect(bytes { $0[6, 2] = Cell("y", Style(.rgb(255, 135, 0))) } == "\u{1b}[38;5;208my")
    #expect(bytes { $0[8, 2] = Cell("z", Style(.rgb(255, 135, 1))) } == "\u{1b}[C\u{1b}[38;2;255;135;1mz")
    #expect(bytes { $0[0, 2] = Cell("v", Style(.rgb(255, 135, 1), on: .ansi(1), .bold)) } == "\r\u{1b}[1;41mv")
    #expect(bytes { $0[0, 3] = Cell("v") } == "\u{1b}[4H\u{1b}[mv")
    #expect(
      bytes { $0.fill(Region(x: 0, y: 3, width: 40, height: 1), with: Cell("a")) }.hasSuffix(
        String(repeating: "a", count: 40)))
    #expect(bytes { $0.fill(Region(x: 0, y: 3, width: 40, height: 1)) } == "\u{1b}[4H\u{1b}[K")
    #expect(bytes { $0[39, 3] = Cell("▄", Style(.ansi(1), on: .ansi(2))) } == "\u{1b}[39C\u{1b}[31;42m▄")
    #expect(bytes { $0[30, 3] = Cell("▀", Style(.ansi(2), on: .ansi(1))) } == "\u{1b}[4;31H▄")
  }

  @Test func aFrameOfAnotherSizeIsCutOrFilledUp() {
    var encoder = FrameEncoder(depth: .palette)
    var emulator = TerminalEmulator(width: 10, height: 3)
    for (width, height) in [(20, 5), (4, 1), (10, 3), (1, 1), (0, 0)] {
      var frame = Frame(width: width, height: height)
      frame.fill(frame.region, with: Cell("#"))
      emulator.feed(encoder.encode(frame, width: 10, height: 3))
      let marks = emulator.cells.filter { $0.scalar == "#" }.count
      #expect(marks == min(10, width) * min(3, height))
    }
  }

  @Test func aTypeWithOtherSequencesIsMovedByThem() {
    var capabilities = Capabilities()
    capabilities.moveTemplate = "\u{1b}=%p1%' '%+%c%p2%' '%+%c"
    var encoder = FrameEncoder(capabilities: capabilities, depth: .full)
    var frame = Frame(width: 20, height: 5)
    _ = encoder.encode(frame, width: 20, height: 5)
    frame[3, 2] = Cell("x", Style(.ansi(1), on: .ansi(2), .bold))
    #expect(encoder.encode(frame, width: 20, height: 5) == Array("\u{1b}=\"#x".utf8))
  }
}
