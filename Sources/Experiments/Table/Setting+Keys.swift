import Datasets

// The keys of a demo file are those of the table, and `lesson`.
extension Setting {
  /// The key of a demo's lesson, which is no setting.
  static let lessonKey = "lesson"

  private static let keys = all.map(\.key) + [lessonKey]

  /// The names that may follow a prefix: `data`, `network`, … after nothing, `source`, `samples`, … after `data.`.
  static func names(after prefix: String) -> [String] {
    var names: [String] = []
    for key in keys where key.hasPrefix(prefix) {
      let name = String(key.dropFirst(prefix.count).prefix { $0 != "." })
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The key that someone may have meant by an unknown name after a prefix: one of the same name elsewhere, else one
  /// with a near name there.
  static func suggestion(for name: String, after prefix: String) -> String? {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    if let elsewhere = keys.first(where: { $0.hasSuffix("." + last) }) { return elsewhere }
    return Names.nearest(to: name, among: names(after: prefix)).map { prefix + $0 }
  }
}
