import Screen

extension InputDecoder {
  /// ESC [, parameters, and a final byte (ECMA-48 §5.4): special keys, the mouse, pasted text, answers.
  static func decodeControlSequence(_ bytes: ArraySlice<UInt8>) -> Step {
    let body = bytes.dropFirst(2)
    if body.first == UInt8(ascii: "[") { return decodeConsoleFunctionKey(bytes) }
    if body.first == UInt8(ascii: "M") { return decodeOldMouse(bytes) }
    guard let end = body.firstIndex(where: { !(0x20..<0x40).contains($0) }) else { return .incomplete }
    let length = bytes.distance(from: bytes.startIndex, to: end) + 1
    guard (0x40..<0x7f).contains(bytes[end]) else { return .taken(length - 1, nil) }
    return meaning(of: ControlSequence(parameters: body[..<end], final: bytes[end]), length: length)
  }

  private static func meaning(of sequence: ControlSequence, length: Int) -> Step {
    switch (sequence.prefix, sequence.final) {
    case ("<", "M"), ("<", "m"):
      return .taken(length, mouse(sequence).map { .event(.mouse($0)) })
    case ("?", _):
      return .taken(length, TerminalReply(sequence).map { .reply($0) })
    case (nil, "n") where sequence.numbers == [0]:
      return .taken(length, .reply(.ready))
    case (nil, "~") where sequence.numbers.first == 200:
      return .pasteBegins(length)
    case (nil, "~") where sequence.numbers.first == 27 && sequence.numbers.count == 3:
      return character(sequence.numbers[2], modifiers: sequence.numbers[1], length: length)
    case (nil, "u"):
      return character(sequence.numbers.first, modifiers: sequence.modifiers, length: length)
    case (nil, "~"):
      return key(sequence.numbers.first.flatMap { key(ofNumber: $0) }, modifiers: sequence.modifiers, length: length)
    case (nil, _):
      return key(key(ofLetter: sequence.finalByte), modifiers: sequence.modifiers, length: length)
    default:
      return .taken(length, nil)
    }
  }

  /// xterm's modifiers: one more than the sum of 1 for Shift, 2 for Alt, 4 for Control.
  private static func key(_ key: Key?, modifiers: Int, length: Int) -> Step {
    guard let key else { return .taken(length, nil) }
    let held = max(0, modifiers - 1)
    return .key(key, control: held & 4 != 0, alt: held & 2 != 0, length: length)
  }

  /// A character key sent with its code and modifiers, as terminals do for combinations that ASCII lacks.
  private static func character(_ code: Int?, modifiers: Int, length: Int) -> Step {
    guard let scalar = code.flatMap(UInt32.init(exactly:)).flatMap(Unicode.Scalar.init) else {
      return .taken(length, nil)
    }
    let isShiftTab = scalar == "\t" && (modifiers - 1) & 1 != 0
    let named: [Unicode.Scalar: Key] = [
      "\t": isShiftTab ? .backTab : .tab, "\r": .enter, "\u{1b}": .escape, "\u{7f}": .backspace, "\u{8}": .backspace,
    ]
    if let key = named[scalar] { return Self.key(key, modifiers: modifiers, length: length) }
    let isControl = scalar.properties.generalCategory == .control
    let isPrivate = scalar.properties.generalCategory == .privateUse
    let key: Key? = isControl ? nil : isPrivate ? keypadKey(scalar) : .character(scalar)
    return Self.key(key, modifiers: modifiers, length: length)
  }

  /// The keys of the keypad in kitty's protocol, from 57399.
  private static func keypadKey(_ scalar: Unicode.Scalar) -> Key? {
    let keys: [Key] =
      "0123456789./*-+".unicodeScalars.map { .character($0) } + [
        .enter, .character("="), .character(","), .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert,
        .delete,
      ]
    let index = Int(scalar.value) - 57399
    return keys.indices.contains(index) ? keys[index] : nil
  }

  /// ESC [ [ and a letter: F1 to F5 of the Linux console.
  private static func decodeConsoleFunctionKey(_ bytes: ArraySlice<UInt8>) -> Step {
    guard let letter = bytes.dropFirst(3).first else { return .incomplete }
    guard letter > 0x20 else { return .taken(3, nil) }  // The beginning of something else.
    let isKey = (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter)
    return isKey ? .key(.function(Int(letter - UInt8(ascii: "A")) + 1), length: 4) : .taken(4, nil)
  }

  /// ESC and one of ] P _ ^ X, a text, and a terminator: answers about colours and the like.
  static func decodeControlString(_ bytes: ArraySlice<UInt8>) -> Step {
    let body = bytes.dropFirst(2)
    guard let end = body.firstIndex(where: { $0 == 0x07 || $0 == 0x1b || $0 == 0x9c }) else { return .incomplete }
    if bytes[end] == 0x1b && end == bytes.endIndex - 1 { return .incomplete }
    let isTwoBytes = bytes[end] == 0x1b && bytes[end + 1] == UInt8(ascii: "\\")
    let isCutShort = bytes[end] == 0x1b && !isTwoBytes
    let length = end - bytes.startIndex + (isTwoBytes ? 2 : isCutShort ? 0 : 1)
    let text = String(decoding: body[..<end], as: UTF8.self)
    let reply =
      switch bytes[bytes.startIndex + 1] {
      case UInt8(ascii: "]"): TerminalReply(operatingSystemCommand: text)
      case UInt8(ascii: "P"): TerminalReply(deviceControlString: text)
      default: TerminalReply?.none
      }
    return .taken(length, reply.map { .reply($0) })
  }
}

/// A control sequence taken apart.
struct ControlSequence: Hashable {
  /// The private marker before the parameters: one of < = > ?
  var prefix: Unicode.Scalar?
  /// The parameters; one that is left out is 0, and of sub-parameters only the first counts.
  var numbers: [Int]
  var final: Unicode.Scalar
  var finalByte: UInt8

  init(parameters: ArraySlice<UInt8>, final: UInt8) {
    let marked = parameters.first.map { (0x3c...0x3f).contains($0) } ?? false
    prefix = marked ? Unicode.Scalar(parameters.first!) : nil
    numbers = parameters.dropFirst(marked ? 1 : 0).split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { $0.prefix { $0 >= 0x30 && $0 <= 0x39 }.prefix(7).reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    self.final = Unicode.Scalar(final)
    finalByte = final
  }

  /// The second parameter, where the modifiers of a key stand.
  var modifiers: Int { numbers.count > 1 ? numbers[1] : 1 }
}
