import NeuralNetwork
import Screen

extension State {
  mutating func focus(on panel: Panel) {
    guard panels.contains(panel) else { return warn("there is no \(panel.title) panel here") }
    recency.removeAll { $0 == panel }
    recency.insert(panel, at: 0)
    // A lesson is read beside what it is about.
    if zoomed != nil, panel != .lesson { zoomed = panel }
  }

  /// Shows the focused panel alone, or all panels again.
  mutating func toggleZoom() { zoomed = zoomed == nil ? focus : nil }

  /// The next or previous panel in the order of their numbers.
  mutating func focusNeighbor(by step: Int) {
    focus(on: follower(of: focus, in: panels, by: step))
  }

  /// A click focuses a panel and selects what is under it; the wheel moves in it.
  mutating func click(_ event: MouseEvent) -> [Effect] {
    let hit = overlay == nil ? layout.slots.first { $0.region.contains(x: event.x, y: event.y) } : nil
    if let hit, hit.front == .surface, event.y > hit.region.y {
      focus(on: .surface)
      pointAtSurface(event, in: hit.region.inset(by: 1, 1))
      return []
    }
    if let hit, hit.front == .loss, timeline != nil, event.kind == .press || event.kind == .drag {
      focus(on: .loss)
      scrub(at: event, in: hit.region.inset(by: 1, 1))
      return []
    }
    switch event.kind {
    case .wheelUp: return navigate(.move(.up))
    case .wheelDown: return navigate(.move(.down))
    case .press: break
    case .release, .drag: return []
    }
    if let overlay { return click(event, in: overlay) }
    if layout.band.contains(x: event.x, y: event.y) {
      focus(on: .lesson)
      clickInLesson(x: event.x, y: event.y)
    }
    guard let slot = layout.slots.first(where: { $0.region.contains(x: event.x, y: event.y) }) else { return [] }
    if event.y == slot.region.y, let tab = slot.tab(at: event.x) {
      focus(on: tab)
    } else {
      let wasFocused = focus == slot.front
      focus(on: slot.front)
      select(at: event, in: slot, wasFocused: wasFocused)
    }
    return []
  }
}

extension Selection {
  /// Whether the unit or weight exists in a network of this layout.
  func isInside(_ layout: Parameters.Layout) -> Bool {
    guard layer >= -1, layer < layout.layers.count, unit >= 0 else { return false }
    guard layer >= 0 else { return unit < layout.inputs && input == nil }
    return unit < layout.layers[layer].units && (input.map { $0 <= layout.layers[layer].inputs } ?? true)
  }
}

extension State {
  /// A click in the help closes it; one on a line of the gallery opens that demo.
  fileprivate mutating func click(_ event: MouseEvent, in overlay: Overlay) -> [Effect] {
    if case .help = overlay { self.overlay = nil }
    return []
  }

  /// Selects what a click hit in a panel; a second click in the focused panel zooms it.
  fileprivate mutating func select(at event: MouseEvent, in slot: Layout.Slot, wasFocused: Bool) {
    switch slot.front {
    case .network:
      if let hit = networkHit(x: event.x, y: event.y, in: slot.region.inset(by: 1, 1)) { selection = hit }
    case .lesson: clickInLesson(x: event.x, y: event.y)
    default: break
    }
  }
}
