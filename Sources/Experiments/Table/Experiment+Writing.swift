import Yams

extension Experiment {
  /// The experiment as a demo file, without its lesson: reading it gives the same experiment.
  ///
  /// A data file's path is written as it is.
  public var demoFile: String {
    let plain = Experiment(name: name, source: recipe.source)
    var groups: [(name: String, parts: [(String, Node)])] = []
    for setting in Setting.all where !setting.isDerived {
      let value = setting.value(in: self)
      guard value != setting.unsaid, isWritten(setting, beside: plain) else { continue }
      let parts = setting.key.split(separator: ".", maxSplits: 1).map(String.init)
      let part = (parts.count == 2 ? parts[1] : "", value.node)
      if groups.last?.name == parts[0] {
        groups[groups.count - 1].parts.append(part)
      } else {
        groups.append((parts[0], [part]))
      }
    }
    let pairs = groups.map { group -> (Node, Node) in
      let isPlain = group.parts[0].0.isEmpty
      let inner = group.parts.map { (Node($0.0), $0.1) }
      return (Node(group.name), isPlain ? group.parts[0].1 : .mapping(Node.Mapping(inner, .implicit, .flow)))
    }
    // Only what Yams cannot hold in memory fails here.
    return (try? Yams.serialize(node: .mapping(Node.Mapping(pairs)), width: -1, allowUnicode: true)) ?? ""
  }

  /// Whether a setting says something here: of other kinds of network only what is not as it is by default.
  private func isWritten(_ setting: Setting, beside plain: Experiment) -> Bool {
    setting.applies(to: self) || setting.kinds.contains(.feedforward)
      || setting.value(in: self) != setting.value(in: plain)
  }
}
