import LinearAlgebra

extension Dataset {
  /// Splits, engineers, scales and codes.
  ///
  /// The rows are shuffled once by the recipe's seed, then cut; a data set that is all training (a truth table) keeps
  /// its order. Rows added by hand follow at the end of the training part.
  /// - Throws: `DataError` where an input is not there, or the labels cannot be coded so.
  public func prepared(for recipe: DataRecipe, coding: TargetCoding) throws(DataError) -> LearningData {
    let features = try resolved(recipe.inputs)
    let parts = split(for: recipe)
    let transform = InputTransform(features, scaling: recipe.scaling, fittedTo: inputs, rows: parts.training)
    let scaled = labels.scaled(by: recipe.labelScaling, fittedTo: parts.training)
    func samples(_ rows: [Int]) throws(DataError) -> Samples {
      Samples(
        inputs: transform(inputs, rows: rows), targets: try scaled.targets(of: rows, coding: coding),
        classes: scaled.classes(of: rows))
    }
    return LearningData(
      training: try samples(parts.training), test: try samples(parts.test),
      inputNames: features.map(displayName), outputNames: outputNames(coding: coding), classNames: classNames,
      coding: coding, inputTransform: transform, trainingRows: parts.training, testRows: parts.test)
  }
}

// MARK: Split

extension Dataset {
  /// The numbers of the rows of each part, in the order of training.
  private func split(for recipe: DataRecipe) -> (training: [Int], test: [Int]) {
    var rows = Array(0..<inputs.rows - addedCount)
    let share = recipe.trainShare ?? (recipe.isTruthTable ? 1 : 0.5)
    if !(share == 1 && recipe.isTruthTable) {
      var random = RandomStream(seed: recipe.seed, purpose: .split)
      random.shuffle(&rows)
    }
    if case .file = recipe.source, let samples = recipe.samples { rows = Array(rows.prefix(samples)) }
    let cut = min(rows.count, max(1, Int((Double(rows.count) * Double(share)).rounded())))
    let training = rows[..<cut] + (inputs.rows - addedCount..<inputs.rows)
    return (training.filter { !removed.contains($0) }, rows[cut...].filter { !removed.contains($0) })
  }
}

extension DataRecipe {
  fileprivate var isTruthTable: Bool {
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
  /// Numbers brought to the scale of the given rows; classes as they are.
  fileprivate func scaled(by scaling: Scaling, fittedTo rows: [Int]) -> Dataset.Labels {
    guard case .values(let values) = self, scaling != .none else { return self }
    let (offset, divisor) = scaling.fit(rows.map { values[$0] })
    return .values(values.map { ($0 - offset) / divisor })
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
      let elements = rows.flatMap { row in
        width == 1 ? [classes[row] == 1 ? high : low] : (0..<width).map { $0 == classes[row] ? high : low }
      }
      return Matrix(rows: rows.count, columns: width, elements: elements)
    }
  }
}

extension Dataset {
  private func outputNames(coding: TargetCoding) -> [String] {
    guard let classNames else { return ["y1"] }
    return coding.outputs(classes: classNames.count) == 1 ? [classNames[1]] : classNames
  }
}

extension TargetCoding {
  /// The outputs that so many classes need: one for two classes, else one a class.
  public func outputs(classes: Int) -> Int { classes == 2 && self != .oneHot ? 1 : classes }
}
