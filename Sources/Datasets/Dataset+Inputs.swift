extension Dataset {
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
