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
    load(inputs: inputs, targets: targets, rows: rows.withUnsafeBufferPointer { $0 })
  }

  /// Takes in the numbered rows of inputs and targets, in that order. Traps where there is no such row.
  public mutating func load(inputs: Matrix, targets: Matrix, rows: UnsafeBufferPointer<Int>) {
    precondition(inputs.columns == layout.inputs, "\(layout.inputs) inputs are expected, got \(inputs.columns)")
    precondition(targets.columns == layout.outputs, "\(layout.outputs) targets are expected, got \(targets.columns)")
    let vector = begin(samples: rows.count)
    let (width, outputs, available) = (inputs.columns, targets.columns, min(inputs.rows, targets.rows))
    var (input, target) = (vector + plan.inputs, vector + plan.targets)
    let (x, y) = (inputs.start, targets.start)
    for row in rows {
      precondition(row >= 0 && row < available, "row \(row) of \(available)")
      for i in 0..<width { input[i] = x[row * width + i] }
      for i in 0..<outputs { target[i] = y[row * outputs + i] }
      input += width
      target += outputs
    }
  }

  private mutating func begin(samples: Int) -> Kernels.Output {
    if samples > plan.capacity { self = Propagation(layout: layout, capacity: samples) }
    count = samples
    if !dropouts.isEmpty { dropouts = [] }
    return VectorStorage.exclusive(&storage)
  }
}
