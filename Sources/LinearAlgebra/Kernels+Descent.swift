import CKernels

extension Kernels {
  /// Rows of inputs and targets, taken a batch at a time: `size` rows each, the last batch what is left.
  public struct Batches {
    let inputs, targets: Input
    let rows: UnsafeBufferPointer<Int>
    /// The rows of a full batch.
    public let size: Int

    /// Of the numbered rows, in that order, of two matrices; valid while matrices and numbers are kept. The rows are
    /// taken to be there. Traps where a batch has no rows.
    public init(inputs: Input, targets: Input, rows: UnsafeBufferPointer<Int>, size: Int) {
      precondition(size > 0 && !rows.isEmpty, "batches of \(size) out of \(rows.count) rows")
      (self.inputs, self.targets, self.rows, self.size) = (inputs, targets, rows, size)
    }

    /// The number of batches: rows / size, rounded up.
    public var count: Int { (rows.count + size - 1) / size }

    /// The number of rows of a batch.
    public func rows(ofBatch number: Int) -> Int { min(size, rows.count - number * size) }
  }
}

extension Kernels.Layers {
  /// Whole updates of gradient descent, one a batch: w ← w − rate · ∂C/∂w, C being the mean cost of the batch.
  ///
  /// - Parameters:
  ///   - activations: each layer's.
  ///   - limit: an element of the gradient that is not below it in magnitude stops the descent, and so does a cost that
  ///     is not finite: before the weights are changed, with that batch's numbers in vector and gradient.
  ///   - vector: a propagation's, with room for a batch.
  ///   - places: of the batch's targets and costs in the vector.
  ///   - means: room for the mean cost of each update's batch, if that is wanted.
  /// - Returns: the number of updates made.
  public func descend(
    _ batches: Kernels.Batches, activations: UnsafeBufferPointer<Kernels.Function>, cost: Kernels.Cost, rate: Float,
    limit: Float, parameters: UnsafeMutableBufferPointer<Float>, gradient: Kernels.Output, vector: Kernels.Output,
    places: (targets: Int, costs: Int), means: Kernels.Output?
  ) -> Int {
    precondition(activations.count == count, "\(count) layers, \(activations.count) activations")
    return withUnsafeTemporaryAllocation(of: kernel_function.self, capacity: count) { codes in
      for (number, function) in activations.enumerated() { codes.initializeElement(at: number, to: function.code) }
      var descent = kernel_descent(
        depth: count, layers: self.places, activations: codes.baseAddress!, cost: cost.code,
        inputs: batches.inputs, targets: batches.targets, rows: batches.rows.baseAddress!,
        row_count: batches.rows.count, batch: batches.size, rate: rate, limit: limit,
        parameters: parameters.baseAddress!, gradient: gradient, parameter_count: parameters.count,
        vector: vector, targets_place: places.targets, costs_place: places.costs, means: means)
      return kernels_in_use().pointee.descend(&descent)
    }
  }
}
