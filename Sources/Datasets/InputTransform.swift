import LinearAlgebra

/// How inputs are brought to a common scale.
public enum Scaling: String, CaseIterable, Sendable {
  /// As they come.
  case none
  /// (x − mean) / standard deviation, so that the training part has mean 0 and variance 1.
  case standardize
  /// (x − min) / (max − min), so that the training part fills 0 ... 1.
  case normalize
}

/// The way from the raw inputs of a row to the inputs of the network: engineered, then scaled.
///
/// For each input of the network, (feature(raw) − offset) / divisor.
public struct InputTransform: Hashable, Sendable {
  /// What is made of the raw inputs, one feature an input of the network.
  public let features: [InputFeature]
  /// What is taken from each feature, in the feature's units: the mean, the least value, or 0.
  public let offsets: [Float]
  /// What each difference is divided by, in the feature's units: the deviation, the range, or 1.
  public let divisors: [Float]

  /// No engineering and no scaling.
  public init(identityOf inputs: Int) {
    features = (0..<inputs).map { .input($0) }
    offsets = Array(repeating: 0, count: inputs)
    divisors = Array(repeating: 1, count: inputs)
  }

  /// Fits the scaling to the given rows of raw inputs, the training part.
  ///
  /// An input that never changes is divided by 1. The sums are in double precision, row by row.
  /// - Parameter features: none that is a `column`.
  init(_ features: [InputFeature], scaling: Scaling, fittedTo inputs: Matrix, rows: [Int]) {
    self.features = features
    let fits =
      if let places = features.plainInputs { scaling.fit(inputs, columns: places, rows: rows) } else {
        features.map { feature in scaling.fit(rows.map { feature.value(of: inputs.row($0)) }) }
      }
    offsets = fits.map(\.offset)
    divisors = fits.map(\.divisor)
  }

  /// The network's inputs for one row of raw inputs, such as a point (x1, x2) of the map.
  public func callAsFunction(_ raw: some RandomAccessCollection<Float>) -> [Float] {
    features.indices.map { (features[$0].value(of: raw) - offsets[$0]) / divisors[$0] }
  }

  /// The network's inputs for the given rows: `[rows.count, features.count]`.
  public func callAsFunction(_ inputs: Matrix, rows: [Int]) -> Matrix {
    if let places = features.plainInputs { return scaled(inputs, columns: places, rows: rows) }
    var result = Matrix(rows: rows.count, columns: features.count)
    for (column, feature) in features.enumerated() {
      let (offset, divisor) = (offsets[column], divisors[column])
      for (place, row) in rows.enumerated() {
        result[place, column] = (feature.value(of: inputs.row(row)) - offset) / divisor
      }
    }
    return result
  }

  /// The network's inputs for raw rows: `[inputs.rows, features.count]`.
  public func callAsFunction(_ inputs: Matrix) -> Matrix { self(inputs, rows: Array(0..<inputs.rows)) }
}

extension InputFeature {
  /// The feature of a row of raw inputs. Traps for a `column`, which is resolved by the data set first.
  func value(of raw: some RandomAccessCollection<Float>) -> Float {
    func x(_ i: Int) -> Float { raw[raw.index(raw.startIndex, offsetBy: i)] }
    switch self {
    case .input(let i): return x(i)
    case .square(let i): return x(i) * x(i)
    case .product(let i, let j): return x(i) * x(j)
    case .sine(let i): return Elementary.sin(x(i))
    case .column(let name): preconditionFailure("the column \(name) is not resolved")
    }
  }
}

extension InputTransform {
  /// The same for raw inputs alone, row by row, so that large tables go through the processor's cache once.
  private func scaled(_ inputs: Matrix, columns: [Int], rows: [Int]) -> Matrix {
    let width = columns.count
    let elements = [Float](unsafeUninitializedCapacity: rows.count * width) { buffer, count in
      inputs.elements.withUnsafeBufferPointer { source in
        for (place, row) in rows.enumerated() {
          let (from, to) = (row * inputs.columns, place * width)
          for column in 0..<width {
            buffer[to + column] = (source[from + columns[column]] - offsets[column]) / divisors[column]
          }
        }
      }
      count = rows.count * width
    }
    return Matrix(rows: rows.count, columns: width, elements: elements)
  }
}

extension [InputFeature] {
  /// The places of raw inputs, where these are all there is.
  fileprivate var plainInputs: [Int]? {
    var places: [Int] = []
    for feature in self {
      guard case .input(let place) = feature else { return nil }
      places.append(place)
    }
    return places
  }
}

extension Scaling {
  /// The offsets and divisors of columns of a matrix over some rows: the same sums in the same order as one column at a time.
  fileprivate func fit(_ inputs: Matrix, columns: [Int], rows: [Int]) -> [(offset: Float, divisor: Float)] {
    switch self {
    case _ where rows.isEmpty, .none: return columns.map { _ in (0, 1) }
    case .normalize: return columns.map { column in fit(rows.map { inputs[$0, column] }) }
    case .standardize:
      let count = Double(rows.count)
      let means = inputs.sums(columns, rows) { value, _ in value }.map { $0 / count }
      let variances = inputs.sums(columns, rows) { (value: Double, column: Int) -> Double in
        (value - means[column]) * (value - means[column])
      }.map { $0 / count }
      return zip(means, variances).map { mean, variance in
        let deviation = Float(variance.squareRoot())
        return (Float(mean), deviation > 0 && deviation.isFinite ? deviation : 1)
      }
    }
  }

  /// The offset and the divisor that bring the values to scale.
  func fit(_ values: [Float]) -> (offset: Float, divisor: Float) {
    switch self {
    case _ where values.isEmpty, .none:
      return (0, 1)
    case .standardize:
      let count = Double(values.count)
      let mean = values.reduce(0) { $0 + Double($1) } / count
      let variance = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / count
      let deviation = Float(variance.squareRoot())
      return (Float(mean), deviation > 0 && deviation.isFinite ? deviation : 1)
    case .normalize:
      let low = values.min() ?? 0
      let width = (values.max() ?? 0) - low
      return (low, width > 0 && width.isFinite ? width : 1)
    }
  }
}

extension Matrix {
  /// The sum of a term over some rows, for each of some columns; the term gets the value and the column's place among these.
  @inline(__always)
  fileprivate func sums(_ columns: [Int], _ rows: [Int], of term: (Double, Int) -> Double) -> [Double] {
    var sums = Array(repeating: 0.0, count: columns.count)
    elements.withUnsafeBufferPointer { source in
      sums.withUnsafeMutableBufferPointer { sums in
        for row in rows {
          let from = row * self.columns
          for place in columns.indices { sums[place] += term(Double(source[from + columns[place]]), place) }
        }
      }
    }
    return sums
  }
}
