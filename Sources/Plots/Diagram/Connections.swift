extension Diagram {
  /// The connections of one gap, listed or as a matrix of weights, of which only those between visible units are read.
  public struct Connections: Sendable {
    private let storage: Storage

    private enum Storage: Sendable {
      case list([Edge])
      case matrix([Float], changes: [Float]?, fromCount: Int, toCount: Int, isInputMajor: Bool)
    }

    /// Connections one by one.
    public init(_ edges: [Edge]) { storage = .list(edges) }

    /// Every unit with every unit: `weights[from * toCount + to]` if `isInputMajor`, else `weights[to * fromCount + from]`;
    /// what the last step changed, in the same order.
    public init(weights: [Float], changes: [Float]? = nil, fromCount: Int, toCount: Int, isInputMajor: Bool) {
      precondition(
        changes.map { $0.count == weights.count } ?? true,
        "\(weights.count) weights have as many changes, got \(changes?.count ?? 0)")
      precondition(
        weights.count == fromCount * toCount,
        "\(fromCount) units and \(toCount) units have \(fromCount * toCount) connections, got \(weights.count)")
      storage = .matrix(weights, changes: changes, fromCount: fromCount, toCount: toCount, isInputMajor: isInputMajor)
    }

    /// How many there are.
    public var count: Int {
      switch storage {
      case .list(let edges): edges.count
      case .matrix(let weights, _, _, _, _): weights.count
      }
    }

    /// The connections between the units of two sets.
    func edges(from sources: [Int], to targets: [Int]) -> [Edge] {
      switch storage {
      case .list(let edges):
        let (left, right) = (Set(sources), Set(targets))
        return edges.filter { left.contains($0.from) && right.contains($0.to) }
      case .matrix(let weights, let changes, let fromCount, let toCount, let isInputMajor):
        return sources.filter { $0 < fromCount }.flatMap { from in
          targets.filter { $0 < toCount }.map { to in
            let place = isInputMajor ? from * toCount + to : to * fromCount + from
            return Edge(
              from: from, to: to, weight: Double(weights[place]), change: changes.map { Double($0[place]) })
          }
        }
      }
    }
  }
}
