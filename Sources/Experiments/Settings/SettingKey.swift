import Datasets

/// The keys of a demo file, dotted. One table for reading files, `--set`, lessons and hints.
enum SettingKey: String, CaseIterable {
  case title, summary, seed
  case dataSource = "data.source"
  case dataSamples = "data.samples"
  case dataNoise = "data.noise"
  case dataTrain = "data.train"
  case dataScale = "data.scale"
  case dataScaleLabel = "data.scale-label"
  case dataInputs = "data.inputs"
  case dataLabel = "data.label"
  case dataTask = "data.task"
  case hidden = "network.hidden"
  case activation = "network.activation"
  case output = "network.output"
  case initializer = "network.initializer"
  case dropout = "network.dropout"
  case cost
  case optimizerName = "optimizer.name"
  case optimizerRate = "optimizer.rate"
  case optimizerSchedule = "optimizer.schedule"
  case optimizerClip = "optimizer.clip"
  case batch, shuffle
  case regularizationKind = "regularization.kind"
  case regularizationRate = "regularization.rate"
  case surfaceAxes = "surface.axes"
  case surfaceMode = "surface.mode"
  case view, speed, lesson

  /// The names that may follow a prefix: `data`, `network`, … after nothing, `source`, `samples`, … after `data.`.
  static func names(after prefix: String) -> [String] {
    var names: [String] = []
    for key in allCases where key.rawValue.hasPrefix(prefix) {
      let name = String(key.rawValue.dropFirst(prefix.count).prefix { $0 != "." })
      if names.last != name { names.append(name) }
    }
    return names
  }

  /// The key that someone may have meant by an unknown name after a prefix: one of the same name elsewhere, else one
  /// with a near name there.
  static func suggestion(for name: String, after prefix: String) -> String? {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    if let elsewhere = allCases.first(where: { $0.rawValue.hasSuffix("." + last) }) { return elsewhere.rawValue }
    return Names.nearest(to: name, among: names(after: prefix)).map { prefix + $0 }
  }
}
