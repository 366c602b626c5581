import Yams

extension Experiment {
  /// The experiment as a demo file, without its lesson: reading it gives the same experiment.
  ///
  /// A data file's path is written as it is.
  public var demoFile: String {
    var groups: [(name: String, parts: [(String, Node)])] = []
    for setting in Setting.all where !setting.isDerived {
      let value = setting.value(in: self)
      guard value != setting.unsaid else { continue }
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
}
