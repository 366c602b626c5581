/// A recording of frames in the format asciicast v2: a line of JSON for the header, then one for each change.
///
/// The caller writes the lines. A frame is recorded as what changed since the one before.
public struct Asciicast: Sendable {
  /// The colours that the recording is written in.
  public let depth: ColorDepth
  private var last: Frame?

  /// A recording without a frame so far; its first frame is written whole.
  public init(depth: ColorDepth = .palette) { self.depth = depth }

  /// The first line of the file; the time is in seconds since 1970.
  public static func header(width: Int, height: Int, title: String? = nil, timestamp: Int? = nil) -> String {
    var fields = ["\"version\": 2", "\"width\": \(width)", "\"height\": \(height)"]
    if let timestamp { fields.append("\"timestamp\": \(timestamp)") }
    if let title { fields.append("\"title\": " + quoted(title)) }
    fields.append("\"env\": {\"TERM\": \"xterm-256color\"}")
    return "{" + fields.joined(separator: ", ") + "}"
  }

  /// The lines for a frame, `seconds` after the start: none if nothing changed, two after a change of size.
  public mutating func lines(for frame: Frame, at seconds: Double) -> [String] {
    defer { last = frame }
    let time = Self.time(seconds)
    guard let last, last.width == frame.width, last.height == frame.height else {
      let start =
        "\u{1b}[?25l\u{1b}[0m\u{1b}[2J"
        + frame.changes(since: Frame(width: frame.width, height: frame.height), depth: depth)
      let resize = last == nil ? [] : ["[\(time), \"r\", \"\(frame.width)x\(frame.height)\"]"]
      return resize + ["[\(time), \"o\", \(Self.quoted(start))]"]
    }
    let output = frame.changes(since: last, depth: depth)
    return output.isEmpty ? [] : ["[\(time), \"o\", \(Self.quoted(output))]"]
  }

  /// Seconds with six decimals.
  private static func time(_ seconds: Double) -> String {
    let micro = Int((max(0, min(seconds, 1e9)) * 1e6).rounded())
    let digits = String(micro % 1_000_000)
    return "\(micro / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// A JSON string.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Frame {
  /// The control sequences that turn another frame of this size, on the screen, into this one; empty if they are equal.
  public func changes(since old: Frame, depth: ColorDepth) -> String {
    precondition(old.width == width && old.height == height, "frames of different sizes have no changes in common")
    var output: [UInt8] = []
    var pen = Pen(depth: depth)
    for y in 0..<height {
      var next = -1
      for x in 0..<width where self[x, y] != old[x, y] {
        if x != next { output += "\u{1b}[\(y + 1);\(x + 1)H".utf8 }
        pen.write(self[x, y], to: &output)
        next = x + 1
      }
    }
    pen.reset(&output)
    return String(decoding: output, as: UTF8.self)
  }
}
