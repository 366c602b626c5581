import Experiments
import Plots
import Screen
import Session

extension State {
  /// Draws the whole screen.
  ///
  /// - Parameter pictures: what stands in the panels that take long to draw, as it was drawn beside; nil where all are drawn now.
  public func draw(into frame: inout Frame, with pictures: PanelPictures? = nil) {
    drawAll(into: &frame, with: pictures)
    if theme.glyphs == .ascii { frame.reduceToASCII() }
    theme.paint(&frame)
  }

  private func drawAll(into frame: inout Frame, with pictures: PanelPictures?) {
    frame.fill(frame.region, with: Cell(" ", theme.text))
    guard Layout.kind(width: frame.width, height: frame.height) != .tooSmall else { return drawTooSmall(into: &frame) }
    let layout = layout
    if let session {
      var isCovered = false
      TitleLine(session: session, theme: theme).draw(into: &frame, in: layout.title)
      LargeNumbers(session: session, theme: theme).draw(into: &frame, in: layout.numbers)
      if let room, let view = DataRoomView(session.run, room, theme: theme) {
        view.draw(into: &frame, in: layout.middle)
      } else {
        lazy var panels = feedbackPanels
        for slot in layout.slots {
          let growsWithNetwork = PanelPictures.panels.contains(slot.front)
          if growsWithNetwork, let pictures {
            draw(slot, from: pictures, into: &frame)
          } else {
            draw(slot, session, growsWithNetwork ? panels : nil, into: &frame)
          }
        }
        isCovered = lesson.classroom.cover(session, layout, into: &frame, theme: theme)
        lesson.classroom.dim(layout, session.lesson?.step, focus: focus, into: &frame, theme: theme)
        lessonView?.drawBand(into: &frame, in: layout.band)
      }
      SettingsLine(session: session, notice: notice ?? (isCovered ? .covered : nil), theme: theme).draw(
        into: &frame, in: layout.settings)
    } else {
      drawEmpty(into: &frame)
    }
    keyLine.draw(into: &frame, in: layout.keys, theme: theme)
    drawOverlay(into: &frame)
  }

  /// What a screen that is too small says: how much is needed. `q` still quits.
  private func drawTooSmall(into frame: inout Frame) {
    let words =
      "Descent needs \(Layout.minimum.width)x\(Layout.minimum.height), this is \(frame.width)x\(frame.height). q quits"
    let lines = words.wrapped(to: max(1, frame.width))
    let top = max(0, (frame.height - lines.count) / 2)
    for (row, line) in lines.enumerated() {
      frame.write(
        line, in: frame.region, row: top + row, style: theme.text, alignment: frame.width >= 26 ? .center : .left)
    }
  }

  private func drawEmpty(into frame: inout Frame) {
    frame.write(" descent", x: 0, y: 0, style: theme.title)
    frame.write("  watch a neural network learn", x: 8, y: 0, style: theme.faint)
  }

  /// What the panels show of a network that hears itself; nil for a feedforward one.
  fileprivate var feedbackPanels: (any FeedbackPanels)? { SettlingPanels(self) ?? SequencePanels(self) }

  private func draw(
    _ slot: Layout.Slot, _ session: LearningSession, _ panels: (any FeedbackPanels)?, into frame: inout Frame
  ) {
    let isFocused = slot.front == focus
    let inside = frame.drawPanel(
      slot.region, title: title(of: slot.front, session), note: slot.others(theme), isFocused: isFocused,
      theme: theme)
    draw(inside: slot.front, session, panels, isFocused: isFocused, into: &frame, in: inside)
  }

  private func draw(
    inside panel: Panel, _ session: LearningSession, _ panels: (any FeedbackPanels)?, isFocused: Bool,
    into frame: inout Frame, in inside: Region
  ) {
    switch panel {
    case .network, .map, .arithmetic, .health:
      if let panels {
        panels.draw(panel, into: &frame, in: inside)
      } else {
        draw(ofRows: panel, session, into: &frame, in: inside)
      }
    case .loss: loss.draw(session, isThick: isLarge, into: &frame, in: inside, theme: theme)
    case .surface: surfaceView(session).draw(into: &frame, in: inside)
    case .settings:
      settings.draw(session.run, into: &frame, in: inside, isFocused: isFocused, theme: theme)
    case .lesson: lessonView?.draw(into: &frame, in: inside)
    }
  }

  /// A panel as it was drawn beside; nothing, until that has been done.
  private func draw(_ slot: Layout.Slot, from pictures: PanelPictures, into frame: inout Frame) {
    let picture = pictures.pictures[slot.front]
    let inside = frame.drawPanel(
      slot.region, title: picture?.title ?? "\(slot.front.rawValue) \(slot.front.title)", note: slot.others(theme),
      isFocused: slot.front == focus, theme: theme)
    if let picture, picture.region == inside {
      frame.paste(picture.cells, x: inside.x, y: inside.y)
    } else {
      frame.write("being drawn", in: inside, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
    }
  }

  /// The panels of a feedforward network.
  private func draw(ofRows panel: Panel, _ session: LearningSession, into frame: inout Frame, in inside: Region) {
    switch panel {
    case .network: networkView(session).draw(into: &frame, in: inside, theme: theme)
    case .map: mapView(session).draw(into: &frame, in: inside)
    case .arithmetic: arithmetic.draw(session.run, selection, into: &frame, in: inside, theme: theme)
    case .health: HealthView(trainer: session.run.trainer, theme: theme).draw(into: &frame, in: inside)
    case .loss, .surface, .settings, .lesson: break
    }
  }

  func mapView(_ session: LearningSession) -> MapView {
    MapView(
      run: session.run, selection: selection, page: map.shown(of: session.run),
      camera: map.canRise(in: session.run) ? map.camera : nil, theme: theme)
  }

  func surfaceView(_ session: LearningSession) -> SurfaceView {
    SurfaceView(run: session.run, scene: session.scene, panel: surface, theme: theme)
  }

  private func title(of panel: Panel, _ session: LearningSession) -> String {
    if panel == .lesson, let lessonView { return lessonView.title(lessonView.text(in: layout)) }
    return "\(panel.rawValue) \(session.feedbackTitle(of: panel) ?? titleOfRows(panel, session))"
  }

  private func titleOfRows(_ panel: Panel, _ session: LearningSession) -> String {
    switch panel {
    case .network:
      ([panel.title, session.momentName, networkView(session).caption ?? ""].filter { !$0.isEmpty })
        .joined(separator: " · ")
    case .map: mapView(session).title
    case .loss: session.timeline == nil ? panel.title : "timeline"
    case .surface: surfaceView(session).title
    case .arithmetic, .health, .settings, .lesson: panel.title
    }
  }
}

extension PanelPictures {
  /// Draws those of a state that are in sight.
  public init(of state: State) {
    guard let session = state.session, state.room == nil,
      Layout.kind(width: state.width, height: state.height) != .tooSmall
    else { return }
    let panels = state.feedbackPanels
    for slot in state.layout.slots where PanelPictures.panels.contains(slot.front) {
      pictures[slot.front] = state.picture(of: slot, session, panels)
    }
  }
}

extension State {
  /// A panel that takes long to draw, as it is now.
  fileprivate func picture(
    of slot: Layout.Slot, _ session: LearningSession, _ panels: (any FeedbackPanels)?
  ) -> PanelPictures.Picture {
    let inside = slot.region.inset(by: 1, 1)
    var whole = Frame(width: width, height: height)
    whole.fill(inside, with: Cell(" ", theme.text))
    draw(inside: slot.front, session, panels, isFocused: slot.front == focus, into: &whole, in: inside)
    return PanelPictures.Picture(
      title: title(of: slot.front, session), region: inside, cells: whole.part(inside))
  }
}

extension Layout.Slot {
  /// The panels behind the front one, for the right end of the title.
  func others(_ theme: Theme) -> String {
    panels.filter { $0 != front }.map { "\($0.rawValue) \($0.title)" }.joined(separator: "  ")
  }

  /// The panel behind whose name in the title is at a column.
  func tab(at column: Int) -> Panel? {
    let names = panels.filter { $0 != front }.map { (panel: $0, name: "\($0.rawValue) \($0.title)") }
    let width = names.map(\.name.count).reduce(0, +) + 2 * max(0, names.count - 1)
    var x = region.maxX - width - 4
    for (panel, name) in names {
      if column >= x, column < x + name.count { return panel }
      x += name.count + 2
    }
    return nil
  }
}
