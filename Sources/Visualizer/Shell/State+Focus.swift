import Experiments
import Screen
import Session

extension State {
  /// The panel that keys move in.
  public var focus: Panel { recency[0] }

  /// The panels there are for the present experiment.
  public var panels: [Panel] {
    Panel.allCases.filter { panel in
      if panel == .surface, run?.history.process.kind == .recurrent { return false }
      return panel != .lesson || session?.lesson != nil
    }
  }

  /// Where everything stands: a lesson that no panel shows gets a band of lines below the panels.
  public var layout: Layout {
    // Where one panel is all there is room for, it is what the lesson is about.
    let isSingle = Layout.kind(width: width, height: height) == .single
    let panels = isSingle ? panels.filter { $0 != .lesson } : panels
    let layout = Layout(
      width: width, height: height, panels: panels, recency: recency, zoomed: zoomed, isLarge: isLarge)
    guard let lesson = lessonView, !layout.slots.contains(where: { $0.front == .lesson }) else { return layout }
    return Layout(
      width: width, height: height, panels: panels, recency: recency, zoomed: zoomed, isLarge: isLarge,
      band: lesson.rowsOfBand(width: width, atMost: layout.middle.height / 3))
  }

  mutating func focus(on panel: Panel) {
    guard panels.contains(panel) else { return warn("there is no \(panel.title) panel here") }
    recency.removeAll { $0 == panel }
    recency.insert(panel, at: 0)
    // A lesson is read beside what it is about.
    if zoomed != nil, panel != .lesson { zoomed = panel }
  }

  /// Shows the focused panel alone, or all panels again.
  mutating func toggleZoom() { zoomed = zoomed == nil ? focus : nil }

  /// Focuses the panel of an experiment's view; on a test function's surface it is alone, for of that the others know
  /// nothing.
  mutating func show(view: String) {
    zoomed = nil
    if let panel = panels.first(where: { $0.title == view }) { focus(on: panel) }
    if session?.scene.function != nil, focus == .surface { zoomed = .surface }
  }

  /// One step back: out of an overlay, a zoom, a selection.
  mutating func escape() {
    if overlay != nil {
      overlay = nil
    } else if room != nil {
      perform(DataRoom.Action.toggle)
    } else if session?.timeline != nil {
      perform(.timeline(.leave))
    } else if zoomed != nil {
      zoomed = nil
    } else if selection?.input != nil {
      selection?.input = nil
    } else if session?.run.lookedAt != nil {
      perform(.look(.none))
    } else {
      (selection, loss.cursor) = (nil, nil)
      perform(.surface(.dropCursor))
    }
  }
}
