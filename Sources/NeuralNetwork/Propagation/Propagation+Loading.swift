import LinearAlgebra

extension Propagation {
  /// Takes in all rows of the inputs; targets are left as they are.
  public mutating func load(inputs rows: Matrix) {
    precondition(rows.columns == layout.inputs, "\(layout.inputs) inputs are expected, got \(rows.columns)")
    let vector = begin(samples: rows.rows)
    rows.elements.withUnsafeBufferPointer { elements in
      for i in elements.indices { vector[plan.inputs + i] = elements[i] }
    }
  }

  /// Takes in the numbered rows of inputs and targets, in that order. Traps where there is no such row.
  public mutating func load(inputs: Matrix, targets: Matrix, rows: ArraySlice<Int>) {
    precondition(inputs.columns == layout.inputs, "\(layout.inputs) inputs are expected, got \(inputs.columns)")
    precondition(targets.columns == layout.outputs, "\(layout.outputs) targets are expected, got \(targets.columns)")
    let available = 0..<min(inputs.rows, targets.rows)
    precondition(rows.allSatisfy(available.contains), "a row beyond the \(available.count) that there are")
    rows.withUnsafeBufferPointer { load(inputs: inputs.start, targets: targets.start, rows: $0) }
  }

  /// Takes in the numbered rows, in that order, of matrices as wide as the network's inputs and outputs. The rows are
  /// taken to be there.
  public mutating func load(inputs: Kernels.Input, targets: Kernels.Input, rows: UnsafeBufferPointer<Int>) {
    let vector = begin(samples: rows.count)
    Kernels.takeRows(rows, of: inputs, columns: layout.inputs, into: vector + plan.inputs)
    Kernels.takeRows(rows, of: targets, columns: layout.outputs, into: vector + plan.targets)
  }

  /// Makes room for a batch, with nothing dropped from it.
  mutating func begin(samples: Int) -> Kernels.Output {
    if samples > plan.capacity { self = Propagation(layout: layout, capacity: samples) }
    count = samples
    if !dropouts.isEmpty { dropouts = [] }
    return VectorStorage.exclusive(&storage)
  }
}
