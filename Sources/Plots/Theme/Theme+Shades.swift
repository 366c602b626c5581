import Screen

extension Theme {
  /// The colours of places on a scale, 0…1, for a pixel canvas; what is NaN is left open.
  func shades(_ places: [Double], _ kind: ValueScale.Kind) -> [SIMD4<Float>] {
    let ramp = palette.ramp(kind)
    guard !ramp.isEmpty else { return Array(repeating: .zero, count: places.count) }
    let count = Double(ramp.shades.count)
    return ramp.shades.withUnsafeBufferPointer { shades in
      places.map { $0.isNaN ? .zero : shades[Int(min(count - 1, max(0, $0 * count)))] }
    }
  }

  /// The colours of classes with their certainty, for a pixel canvas.
  func classShades(_ values: [Double]) -> [SIMD4<Float>] {
    let levels = certainties
    let table = (0..<Self.seriesCount).flatMap { slot in
      (0..<levels).map { level in
        color(of: Double(slot) + (Double(level) + 0.5) / Double(levels), on: .classes)?.oklab?.parts ?? .zero
      }
    }
    return values.map { value in
      guard value >= 0, value < 1e6 else { return .zero }
      let number = Int(value)
      return table[number % Self.seriesCount * levels + Self.level(value - Double(number), levels)]
    }
  }

  /// How many shades of a class say how sure it is.
  var certainties: Int { depth == .full ? 24 : 4 }
}
