/// The points of a grid, every eighth row and column first, then those between, twice as fine each time.
///
/// Each point comes once. A point of a pass stands for the `stride` × `stride` block to its right and above until a
/// later pass fills it in.
struct CoarseToFine: Sequence, IteratorProtocol, Sendable {
  struct Point: Hashable, Sendable {
    let column: Int
    let row: Int
    let stride: Int
  }

  let width: Int
  let height: Int
  private(set) var stride: Int
  private let coarsest: Int
  private var column = 0
  private var row = 0

  init(width: Int, height: Int, coarsest: Int = 8) {
    self.width = width
    self.height = height
    self.coarsest = coarsest
    stride = coarsest
  }

  mutating func next() -> Point? {
    while stride > 0 {
      while row < height {
        while column < width {
          let point = Point(column: column, row: row, stride: stride)
          column += stride
          if isNew(point) { return point }
        }
        column = 0
        row += stride
      }
      row = 0
      stride /= 2
    }
    return nil
  }

  /// Whether no coarser pass has had this point.
  private func isNew(_ point: Point) -> Bool {
    stride == coarsest || point.column % (2 * stride) != 0 || point.row % (2 * stride) != 0
  }
}
