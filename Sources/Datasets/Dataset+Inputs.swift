extension Dataset {
  /// An input of a row in its own units: as it was read.
  public func number(ofRow row: Int, input: Int) -> Double { Double(inputs[row, input]) + base(ofInput: input) }

  /// The domain of an input in its own units.
  public func range(ofInput input: Int) -> ClosedRange<Double> {
    let base = base(ofInput: input)
    return Double(domain[input].lowerBound) + base...Double(domain[input].upperBound) + base
  }

  /// What was taken off an input as it was read, such as the first day of a column of dates; 0 where nothing was.
  public func base(ofInput input: Int) -> Double { inputOffsets.indices.contains(input) ? inputOffsets[input] : 0 }

  /// The median of each input over some rows; of an even number of values, the lower of the two in the middle. What is missing
  /// does not count; where all is, the median is 0.
  public func medians(ofRows rows: some Collection<Int>) -> [Float] {
    (0..<inputs.columns).map { column in
      let values = rows.map { inputs[$0, column] }.filter(\.isFinite).sorted()
      return values.isEmpty ? 0 : values[(values.count - 1) / 2]
    }
  }
}
