import Screen

extension InputDecoder {
  /// What the first bytes of a run amount to.
  enum Step: Hashable {
    /// So many bytes, and what they mean, if anything.
    case taken(Int, Output?)
    /// So many bytes say that pasted text follows.
    case pasteBegins(Int)
    /// More bytes must come first.
    case incomplete

    static func key(_ key: Key, control: Bool = false, alt: Bool = false, length: Int) -> Step {
      .taken(length, .event(.key(KeyPress(key, control: control, alt: alt))))
    }
  }

  /// Decodes the beginning of `bytes`, which is not empty. `givingUp`: no more will come, so that nothing is incomplete.
  static func decode(_ bytes: ArraySlice<UInt8>, givingUp: Bool) -> Step {
    let step = bytes.first == escape ? decodeEscape(bytes) : decodeCharacter(bytes)
    guard step == .incomplete, givingUp else { return step }
    guard bytes.first == escape else { return .taken(1, nil) }
    if bytes.count == 1 { return .key(.escape, length: 1) }
    let alt = bytes.count == 2 ? decodeAlt(bytes) : .incomplete
    return alt == .incomplete ? .taken(bytes.count, nil) : alt
  }

  private static func decodeEscape(_ bytes: ArraySlice<UInt8>) -> Step {
    guard let second = bytes.dropFirst().first else { return .incomplete }
    switch second {
    case escape: return .key(.escape, length: 1)
    case 0x09: return .key(.backTab, length: 2)  // What the Linux console sends for Shift-Tab.
    case UInt8(ascii: "["): return decodeControlSequence(bytes)
    case UInt8(ascii: "O"): return decodeSingleShift(bytes)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      return decodeControlString(bytes)
    default: return decodeAlt(bytes)
    }
  }

  /// A key held with Alt: an escape byte and the key.
  private static func decodeAlt(_ bytes: ArraySlice<UInt8>) -> Step {
    guard case .taken(let count, let output) = decodeCharacter(bytes.dropFirst()) else { return .incomplete }
    guard case .event(.key(var press)) = output else { return .taken(count + 1, nil) }
    press.alt = true
    return .taken(count + 1, .event(.key(press)))
  }

  /// One character in UTF-8, or a control character. What is not UTF-8 is dropped byte by byte.
  private static func decodeCharacter(_ bytes: ArraySlice<UInt8>) -> Step {
    guard let first = bytes.first else { return .incomplete }
    let length = lengthInUTF8(first)
    guard length > 1 else { return length == 1 ? decodeASCII(first) : .taken(1, nil) }
    let encoded = bytes.prefix(length)
    guard encoded.dropFirst().allSatisfy({ $0 & 0xc0 == 0x80 }) else { return .taken(1, nil) }
    guard encoded.count == length else { return .incomplete }
    guard let scalar = String(validating: encoded, as: UTF8.self)?.unicodeScalars.first,
      scalar.properties.generalCategory != .control
    else { return .taken(length, nil) }
    return .key(.character(scalar), length: length)
  }

  private static func lengthInUTF8(_ first: UInt8) -> Int {
    switch first {
    case 0..<0x80: 1
    case 0xc2..<0xe0: 2
    case 0xe0..<0xf0: 3
    case 0xf0..<0xf5: 4
    default: 0
    }
  }

  private static func decodeASCII(_ byte: UInt8) -> Step {
    switch byte {
    case 0x09: .key(.tab, length: 1)
    case 0x0a, 0x0d: .key(.enter, length: 1)
    case 0x08, 0x7f: .key(.backspace, length: 1)
    case 0x00: .key(.character(" "), control: true, length: 1)
    case 0x01...0x1a: .key(.character(Unicode.Scalar(byte + 0x60)), control: true, length: 1)
    case 0x1b...0x1f: .key(.character(Unicode.Scalar(byte + 0x40)), control: true, length: 1)
    default: .key(.character(Unicode.Scalar(byte)), length: 1)
    }
  }

  /// ESC O and a letter: the arrows and F1 to F4 of a terminal in application mode.
  private static func decodeSingleShift(_ bytes: ArraySlice<UInt8>) -> Step {
    guard let letter = bytes.dropFirst(2).first else { return .incomplete }
    guard letter > 0x20 else { return decodeAlt(bytes) }  // The beginning of something else: this was Alt-O.
    if letter == UInt8(ascii: "M") { return .key(.enter, length: 3) }
    guard let key = key(ofLetter: letter) else { return .taken(3, nil) }
    return .key(key, length: 3)
  }

  /// The keys whose sequences end with a letter.
  static func key(ofLetter letter: UInt8) -> Key? {
    switch Unicode.Scalar(letter) {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "F": .end
    case "H": .home
    case "Z": .backTab
    case "P", "Q", "R", "S": .function(Int(letter - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }

  /// The keys whose sequences end with a number and a tilde, after DEC's VT220.
  static func key(ofNumber number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }
}
