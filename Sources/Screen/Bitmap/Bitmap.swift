/// A picture of pixels with 24 bits of colour each.
public struct Bitmap: Hashable, Sendable {
  /// The size in pixels.
  public let width, height: Int
  /// Red, green and blue of each pixel, row by row from the upper left.
  public private(set) var bytes: [UInt8]

  /// A picture of one colour; black where it is the default, which only a terminal knows.
  public init(width: Int, height: Int, _ color: Color) {
    (self.width, self.height) = (width, height)
    bytes = []
    bytes.reserveCapacity(3 * width * height)
    let parts = color.bytes
    for _ in 0..<width * height { bytes += parts }
  }

  /// The colour of a pixel.
  public subscript(x: Int, y: Int) -> Color {
    let first = 3 * (y * width + x)
    return .rgb(bytes[first], bytes[first + 1], bytes[first + 2])
  }

  /// Fills a rectangle, which must lie within the picture.
  mutating func fill(x: Int, y: Int, width columns: Int, height rows: Int, _ color: Color) {
    let parts = color.bytes
    for row in y..<y + rows {
      for place in row * width + x..<row * width + x + columns {
        for part in 0..<3 { bytes[3 * place + part] = parts[part] }
      }
    }
  }

  /// Lays a colour over the pixels of a mask, by its shares of them, with the upper left corner at a place.
  mutating func lay(_ mask: Mask, x: Int, y: Int, _ color: Color) {
    let parts = color.bytes.map(Int.init)
    for row in 0..<mask.height {
      for column in 0..<mask.width {
        let share = Int(mask[column, row])
        guard share > 0 else { continue }
        let first = 3 * ((y + row) * width + x + column)
        for part in 0..<3 {
          bytes[first + part] = UInt8((Int(bytes[first + part]) * (255 - share) + parts[part] * share + 127) / 255)
        }
      }
    }
  }
}

extension Color {
  /// Red, green and blue; zeros for the default.
  fileprivate var bytes: [UInt8] {
    components.map { [UInt8($0.red), UInt8($0.green), UInt8($0.blue)] } ?? [0, 0, 0]
  }
}

/// How much of each pixel of a cell is covered, 0…255.
struct Mask: Hashable, Sendable {
  let width, height: Int
  private var shares: [UInt8]

  /// A mask of nothing.
  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    shares = Array(repeating: 0, count: width * height)
  }

  subscript(x: Int, y: Int) -> UInt8 { shares[y * width + x] }

  /// Covers a share of a pixel, 0…1, beside what is covered already.
  mutating func add(_ share: Double, x: Int, y: Int) {
    let more = Int((min(1, max(0, share)) * 255).rounded())
    shares[y * width + x] = UInt8(min(255, Int(shares[y * width + x]) + more))
  }

  /// Covers a rectangle in pixels, whose edges need not lie between pixels.
  ///
  /// - Parameter overlaps: whether what it covers may be covered already by what it goes on from, and then counts once.
  mutating func addRectangle(
    x: Double, y: Double, width w: Double, height h: Double, opacity: Double, overlaps: Bool = false
  ) {
    let columns = max(0, Int(x.rounded(.down)))..<min(width, max(0, Int((x + w).rounded(.up))))
    for row in max(0, Int(y.rounded(.down)))..<min(height, max(0, Int((y + h).rounded(.up)))) {
      let down = min(Double(row + 1), y + h) - max(Double(row), y)
      for column in columns {
        let across = min(Double(column + 1), x + w) - max(Double(column), x)
        let covered = overlaps ? Double(self[column, row]) / 255 : 0
        add(max(0, across * down * opacity - covered), x: column, y: row)
      }
    }
  }
}
