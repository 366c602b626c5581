import LinearAlgebra

extension RecurrentPropagation {
  /// Takes in some sequences: each is a range of rows of the inputs, the targets, and of whether there is a target.
  ///
  /// - Parameter truncation: errors pass back through time within spans of so many steps, counted from the first: the gradient
  ///   then leaves out what a state owes to the spans before (PyTorch: `h.detach()` every so many steps). All the way where nil.
  public mutating func load(
    inputs rows: Matrix, targets: Matrix, isAsked asked: [Bool], sequences: [Range<Int>], of network: RecurrentNetwork,
    truncation: Int? = nil
  ) {
    precondition(rows.columns == inputs, "\(inputs) inputs are expected, got \(rows.columns)")
    precondition(targets.columns == outputs, "\(outputs) targets are expected, got \(targets.columns)")
    begin(lengths: sequences.map(\.count), of: network, truncation: truncation)
    let vector = VectorStorage.exclusive(&storage)
    for (sample, sequence) in sequences.enumerated() {
      for (step, row) in sequence.enumerated() {
        let place = step * samples + sample
        let x = vector + place * (inputs + units), y = vector + targetsPlace + place * outputs
        for i in 0..<inputs { x[i] = rows.elements[row * inputs + i] }
        guard asked[row] else { continue }
        isAsked[place] = true
        targetCount += 1
        for o in 0..<outputs { y[o] = targets.elements[row * outputs + o] }
      }
    }
  }

  /// Makes room, all of it 0.
  private mutating func begin(lengths: [Int], of network: RecurrentNetwork, truncation: Int?) {
    precondition(lengths.allSatisfy { $0 > 0 }, "a sequence has no steps: \(lengths)")
    self.lengths = lengths
    (steps, samples, targetCount) = (lengths.max() ?? 0, lengths.count, 0)
    recurrence = Self.recurrence(of: network, steps: steps, samples: samples, truncation: truncation)
    let count = costsPlace + steps * samples
    if storage.count < count {
      storage = VectorStorage(count: count)
    } else {
      VectorStorage.exclusive(&storage).update(repeating: 0, count: count)
    }
    isAsked = Array(repeating: false, count: steps * samples)
  }
}
