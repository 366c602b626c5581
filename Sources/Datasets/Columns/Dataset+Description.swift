extension Dataset {
  /// With a description of an array, whose columns are all alike and are not told one by one.
  func described(file: String, form: String) -> Dataset {
    let name = labelName ?? "label"
    var label = TableDescription.Label(
      name: name, reason: labelName == nil ? "the array of labels" : "no labels were found beside the array",
      task: .regression, taskReason: "many different numbers")
    let baseline: TableDescription.Baseline
    switch labels {
    case .classes(let numbers, let names):
      label.task = .classification
      label.taskReason = "few whole numbers that come again and again are classes"
      label.classes = classCounts(numbers, names)
      let most = label.classes.max { $0.count < $1.count }!
      baseline = .majority(most.name, share: Double(most.count) / Double(numbers.count))
    case .values(let values):
      let mean = values.reduce(0) { $0 + Double($1) } / Double(values.count)
      let variance = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(values.count)
      baseline = .mean(mean, deviation: variance.squareRoot())
    }
    var result = self
    result.table = TableDescription(
      file: file, form: form, rows: inputs.rows, label: label, columns: [], inputs: inputNames, baseline: baseline)
    return result
  }

  private func classCounts(_ numbers: [Int], _ names: [String]) -> [TableDescription.ClassCount] {
    var counts = Array(repeating: 0, count: names.count)
    for number in numbers { counts[number] += 1 }
    return zip(names, counts).map { TableDescription.ClassCount(name: $0, count: $1) }
  }
}
