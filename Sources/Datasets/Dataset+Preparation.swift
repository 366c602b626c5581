import LinearAlgebra

extension Dataset {
  /// Splits, engineers, scales and codes.
  ///
  /// - Throws: `DataError` where an input is not there, or the labels cannot be coded so.
  public func prepared(for recipe: DataRecipe, coding: TargetCoding) throws(DataError) -> LearningData {
    try prepared(for: recipe, coding: coding, parts: try parts(for: recipe))
  }

  /// The same with parts of one's own, such as a fold of cross-validation.
  ///
  /// All that is fitted (scales, medians that fill gaps) is fitted to the training part alone. Where there is a
  /// validation part, it is the one that is measured, and the test part is sealed.
  public func prepared(
    for recipe: DataRecipe, coding: TargetCoding, parts: RowParts
  ) throws(DataError) -> LearningData {
    let features = try resolved(recipe.inputs)
    try checkSize(features: features.count, coding: coding)
    let inputs = inputs(filledFor: parts.training)
    let transform = InputTransform(features, scaling: recipe.scaling, fittedTo: inputs, rows: parts.training)
    let (scaled, outputs) = labels.scaled(by: recipe.labelScaling, fittedTo: parts.training, offset: labelOffset)
    func samples(_ rows: [Int]) throws(DataError) -> Samples {
      Samples(
        inputs: transform(inputs, rows: rows), targets: try scaled.targets(of: rows, coding: coding),
        classes: scaled.classes(of: rows))
    }
    let isFromFile = parts.test.first.map { testFile?.rows.contains($0) == true } ?? false
    let isSealed = recipe.split != nil && !parts.validation.isEmpty || isFromFile
    let measured = isSealed ? parts.validation : parts.test
    var data = LearningData(
      training: try samples(parts.training), test: try samples(measured),
      inputNames: features.map(displayName), outputNames: outputNames(coding: coding), classNames: classNames,
      coding: coding, inputTransform: transform, trainingRows: parts.training, testRows: measured)
    data.outputTransform = outputs
    if isSealed, !parts.test.isEmpty { data.sealed = SealedTest(samples: try samples(parts.test), rows: parts.test) }
    data.testIsValidation = isSealed
    return data
  }

  /// Refuses what would not fit before memory is taken.
  private func checkSize(features: Int, coding: TargetCoding) throws(DataError) {
    let rows = max(1, inputs.rows)
    if features > RawTable.numberLimit / rows { throw DataError(.tooManyInputs(inputs: features, rows: rows)) }
    let outputs = classNames.map { coding.outputs(classes: $0.count) } ?? 1
    if outputs > RawTable.numberLimit / rows { throw DataError(.tooManyOutputs(classes: outputs, rows: rows)) }
  }

  /// The inputs, with the medians of the training part where cells were missing.
  private func inputs(filledFor training: [Int]) -> Matrix {
    guard !gaps.isEmpty else { return inputs }
    var filled = inputs
    for gap in gaps {
      let missing = Set(gap.rows)
      let known = training.filter { !missing.contains($0) }.map { inputs[$0, gap.input] }
      guard !known.isEmpty else { continue }
      let median = TablePlan.median(known)
      for row in gap.rows { filled[row, gap.input] = median }
    }
    return filled
  }
}

extension DataRecipe {
  var isTruthTable: Bool {
    if case .generator(let generator) = source { generator.isTruthTable } else { false }
  }
}

// MARK: Inputs

extension Dataset {
  /// The features with every column found and every index checked; the raw inputs where none is asked for.
  private func resolved(_ features: [InputFeature]) throws(DataError) -> [InputFeature] {
    guard !features.isEmpty else { return (0..<inputs.columns).map { .input($0) } }
    var result: [InputFeature] = []
    for feature in features {
      let found = inputs(named: feature.name)
      if !found.isEmpty {
        result += found.map { .input($0) }
      } else if let highest = feature.highestInput, highest < inputs.columns {
        result.append(feature)
      } else {
        throw DataError(.noSuchInput(feature.name, available: inputNames))
      }
    }
    return result
  }

  /// The input of that name, or all those of a column of categories.
  private func inputs(named name: String) -> [Int] {
    inputNames.indices.filter { inputNames[$0] == name || inputNames[$0].hasPrefix(name + "=") }
  }

  private func displayName(of feature: InputFeature) -> String {
    if case .input(let i) = feature { inputNames[i] } else { feature.name }
  }
}

extension InputFeature {
  fileprivate var highestInput: Int? {
    switch self {
    case .input(let i), .square(let i), .sine(let i): i
    case .product(let i, let j): max(i, j)
    case .column: nil
    }
  }
}

// MARK: Targets

extension Dataset.Labels {
  /// Numbers brought to the scale of the given rows, with the way back; classes as they are.
  fileprivate func scaled(
    by scaling: Scaling, fittedTo rows: [Int], offset base: Double
  ) -> (Dataset.Labels, OutputTransform) {
    guard case .values(let values) = self else { return (self, .identity) }
    guard scaling != .none else { return (self, OutputTransform(offset: base, divisor: 1)) }
    let (offset, divisor) = scaling.fit(rows.map { values[$0] })
    return (
      .values(values.map { ($0 - offset) / divisor }),
      OutputTransform(offset: Double(offset) + base, divisor: Double(divisor))
    )
  }

  fileprivate func classes(of rows: [Int]) -> [Int]? {
    if case .classes(let classes, _) = self { rows.map { classes[$0] } } else { nil }
  }

  /// `[rows.count, outputs]`
  fileprivate func targets(of rows: [Int], coding: TargetCoding) throws(DataError) -> Matrix {
    switch (self, coding) {
    case (.values(let values), .value):
      return Matrix(rows: rows.count, columns: 1, elements: rows.map { values[$0] })
    case (.values, _):
      throw DataError(.numbersForClasses)
    case (.classes, .value):
      throw DataError(.classesForNumbers)
    case (.classes(let classes, let names), _):
      let (low, high): (Float, Float) = coding == .signed ? (-1, 1) : (0, 1)
      let width = coding.outputs(classes: names.count)
      var elements = Array(repeating: low, count: rows.count * width)
      for (place, row) in rows.enumerated() where width > 1 || classes[row] == 1 {
        elements[place * width + (width > 1 ? classes[row] : 0)] = high
      }
      return Matrix(rows: rows.count, columns: width, elements: elements)
    }
  }
}

extension Dataset {
  private func outputNames(coding: TargetCoding) -> [String] {
    guard let classNames else { return [labelName ?? "y1"] }
    return coding.outputs(classes: classNames.count) == 1 ? [classNames[1]] : classNames
  }
}

extension TargetCoding {
  /// The outputs that so many classes need: one for two classes, else one a class.
  public func outputs(classes: Int) -> Int { classes == 2 && self != .oneHot ? 1 : classes }
}
