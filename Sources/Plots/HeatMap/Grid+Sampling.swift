extension Grid {
  /// The values at places 0…1 across and down: mixed of the four around each, or those of the squares that they lie in.
  func sampled(across: [Double], down: [Double], isSmooth: Bool) -> Grid {
    guard !isEmpty else {
      return Grid(
        width: across.count, height: down.count,
        values: Array(repeating: Double.nan, count: across.count * down.count))
    }
    let columns = across.map { Stop($0, count: width, isSmooth: isSmooth) }
    let rows = down.map { Stop($0, count: height, isSmooth: isSmooth) }
    var result: [Double] = []
    result.reserveCapacity(columns.count * rows.count)
    values.withUnsafeBufferPointer { values in
      for row in rows {
        let (above, below) = (row.first * width, row.second * width)
        for column in columns {
          let upper = column.mix(values[above + column.first], values[above + column.second])
          result.append(
            row.share == 0
              ? upper : row.mix(upper, column.mix(values[below + column.first], values[below + column.second])))
        }
      }
    }
    return Grid(width: columns.count, height: rows.count, values: result)
  }

  /// Two neighbours along one side of the grid, and the share of the second.
  struct Stop {
    let first, second: Int
    let share: Double

    init(_ place: Double, count: Int, isSmooth: Bool) {
      if isSmooth {
        let exact = place * Double(count - 1)
        first = min(max(0, count - 2), max(0, Int(exact)))
        second = min(count - 1, first + 1)
        share = exact - Double(first)
      } else {
        first = min(count - 1, max(0, Int(place * Double(count))))
        (second, share) = (first, 0)
      }
    }

    /// A value of a gap does not spread to a place that lies on its neighbour.
    func mix(_ a: Double, _ b: Double) -> Double { share == 0 ? a : a * (1 - share) + b * share }
  }
}
