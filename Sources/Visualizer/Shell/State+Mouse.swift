import Experiments
import Screen
import Session

/// A click focuses a panel and selects what is under it; a second one zooms it; the wheel moves in it.
extension State {
  mutating func click(_ event: MouseEvent) {
    let layout = layout
    // Wherever the button is let go of or pressed anew, the mountain that was held is no longer.
    if event.kind == .press || event.kind == .release { hand.grip = nil }
    if event.kind == .press, layout.keys.contains(x: event.x, y: event.y) {
      if let action = keyLine.action(atX: event.x, in: layout.keys) { dispatch(action) }
      return
    }
    if let overlay { return click(event, in: overlay) }
    if room != nil { return click(event, inRoomOf: layout) }
    let hit = layout.slots.first { $0.region.contains(x: event.x, y: event.y) }
    if let hit, isHeld(by: hit.front, event, in: hit.region) { return }
    switch event.kind {
    case .wheelUp: turnWheel(up: true, event, hit)
    case .wheelDown: turnWheel(up: false, event, hit)
    case .press: press(event, on: hit, layout)
    case .release, .drag: break
    }
  }

  /// Changes the setting under the wheel; moves in any other panel.
  private mutating func turnWheel(up: Bool, _ event: MouseEvent, _ slot: Layout.Slot?) {
    guard let slot, slot.front == .settings, let experiment = run?.experiment else { return move(up ? .up : .down) }
    guard let setting = settings.select(at: event.y, in: slot.region.inset(by: 1, 1), experiment) else { return }
    dispatch(.change(setting, by: up ? 1 : -1))
  }

  /// Panels in which every movement of the mouse means something: whether it was one of theirs.
  private mutating func isHeld(by panel: Panel, _ event: MouseEvent, in region: Region) -> Bool {
    guard event.y > region.y, let session else { return false }
    let inside = region.inset(by: 1, 1)
    if panel == .surface {
      focus(on: .surface)
      if surface.turn(event, heldAt: &hand.grip, in: inside, session.scene) { return true }
      guard let actions = surface.actions(for: event, in: inside, session, theme: theme) else { return true }
      actions.forEach { perform(.surface($0)) }
      return true
    }
    // A press on the map's mountain counts as one on any panel: a second one zooms it.
    if panel == .map, map.turn(event, heldAt: &hand.grip, in: session.run) {
      focus(on: event.kind == .press ? focus : .map)
      return event.kind != .press
    }
    if panel == .network, let settling = SettlingPanels(self) { return drawOnState(event, in: inside, settling) }
    guard panel == .loss, session.timeline != nil, event.kind == .press || event.kind == .drag else { return false }
    focus(on: .loss)
    if let update = loss.update(at: event, in: inside, session) { perform(.timeline(.scrub(to: update))) }
    return true
  }

  /// A press on the state turns a unit over; dragged on, the units that are passed become like it. Says whether it was that.
  private mutating func drawOnState(_ event: MouseEvent, in inside: Region, _ settling: SettlingPanels) -> Bool {
    guard event.kind == .press || event.kind == .drag, settling.showsPicture else { return false }
    guard let unit = settling.stateView.unit(atX: event.x, y: event.y, in: inside) else { return false }
    focus(on: .network)
    if session?.lesson?.awaitedPick != nil {
      if event.kind == .press { pick(Selection(layer: 0, unit: unit)) }
      return true
    }
    let units = settling.settler.state.units
    let wanted = event.kind == .press ? -units[unit] : selection.map { units[$0.unit] } ?? units[unit]
    selection = Selection(layer: 0, unit: unit)
    if units[unit] != wanted { perform(.settling(.flip(unit: unit))) }
    return true
  }

  private mutating func press(_ event: MouseEvent, on slot: Layout.Slot?, _ layout: Layout) {
    if layout.band.contains(x: event.x, y: event.y) {
      focus(on: .lesson)
      chooseInLesson(event)
    }
    guard let slot else { return }
    if event.y == slot.region.y, let tab = slot.tab(at: event.x) { return focus(on: tab) }
    let place = Frame.Position(x: event.x, y: event.y)
    let isSecond = focus == slot.front && hand.lastPress == place
    hand.lastPress = place
    focus(on: slot.front)
    if isSecond { pressAgain(event, in: slot) } else { select(event, in: slot) }
  }

  /// A second press on the same cell: edits a setting; any other panel is zoomed.
  private mutating func pressAgain(_ event: MouseEvent, in slot: Layout.Slot) {
    hand.lastPress = nil
    let inside = slot.region.inset(by: 1, 1)
    let setting = run.flatMap { settings.select(at: event.y, in: inside, $0.experiment) }
    if slot.front == .settings, setting != nil { enter() } else { toggleZoom() }
  }

  /// Selects what a press hit in a panel.
  private mutating func select(_ event: MouseEvent, in slot: Layout.Slot) {
    guard let session else { return }
    if session.run.history.process.kind != .feedforward, slot.front == .network || slot.front == .map {
      guard slot.front == .network, let trainer = session.run.history.process.recurrent,
        let hit = network.sequence.layout(selection, in: trainer)
          .hit(x: event.x, y: event.y, in: slot.region.inset(by: 1, 1))
      else { return }
      network.sequence.moment = hit.step
      return pick(Selection(layer: 0, unit: hit.unit))
    }
    switch slot.front {
    case .network:
      let inside = slot.region.inset(by: 1, 1)
      if let hit = networkView(session).hit(x: event.x, y: event.y, in: inside, theme: theme) { pick(hit) }
    case .lesson: chooseInLesson(event)
    case .settings:
      _ = settings.select(at: event.y, in: slot.region.inset(by: 1, 1), session.run.experiment)
    case .map:
      let inside = slot.region.inset(by: 1, 1)
      if let row = mapView(session).row(atX: event.x, y: event.y, in: inside) {
        perform(.look(.row(row)))
        if session.lesson?.awaitedPick == .sample { perform(.lesson(.pick(.sample(row)))) }
      }
    case .loss, .surface, .arithmetic, .health: break
    }
  }

  /// Selects what a press hit, and gives it as the answer where a step asks for such a thing.
  private mutating func pick(_ hit: Selection) {
    selection = hit
    guard let kind = session?.lesson?.awaitedPick, kind != .sample else { return }
    guard let target = Pick.Target(selectedOn: self) else { return tell(kind.wanted) }
    perform(.lesson(.pick(target)))
  }

  /// A press on a choice makes it.
  private mutating func chooseInLesson(_ event: MouseEvent) {
    if let choice = lessonView?.choice(atX: event.x, y: event.y, in: layout) { perform(.lesson(.choose(choice))) }
  }

  /// A press on a line of the data room's table puts the cursor there; the wheel moves it.
  private mutating func click(_ event: MouseEvent, inRoomOf layout: Layout) {
    switch event.kind {
    case .wheelUp: move(.up)
    case .wheelDown: move(.down)
    case .press:
      guard let run, let room, let view = DataRoomView(run, room, theme: theme) else { return }
      if let column = view.column(atY: event.y, in: layout.middle) { self.room?.selected = column }
    case .release, .drag: break
    }
  }

  /// A press in the help closes it; one on a line of the gallery opens that demo; the wheel moves.
  private mutating func click(_ event: MouseEvent, in overlay: Overlay) {
    let screen = Region(x: 0, y: 0, width: width, height: height)
    switch (event.kind, overlay) {
    case (.wheelUp, _): move(.up)
    case (.wheelDown, _): move(.down)
    case (.press, .help), (.press, .verdict): self.overlay = nil
    case (.press, .gallery(let gallery)):
      let place = gallery.demo(atX: event.x, y: event.y, of: demos, on: screen)
      open(demo: place.flatMap { gallery.name(at: $0, in: demos) })
    case (.press, .glossary(var page)):
      if let index = page.term(atX: event.x, y: event.y, on: screen) { page.selected = index }
      self.overlay = .glossary(page)
    case (.press, .sketch(var sketch)), (.drag, .sketch(var sketch)):
      sketch.paint(atX: event.x, y: event.y, on: screen)
      self.overlay = .sketch(sketch)
    case (.press, .palette(var palette)):
      guard let line = palette.line(atX: event.x, y: event.y, of: palette.found(in: self), on: screen) else { return }
      palette.selected = line
      self.overlay = .palette(palette)
      dispatch(.enter)
    case (.press, .inputs(var switches)):
      guard let run, let line = switches.line(atX: event.x, y: event.y, of: run, on: screen) else { return }
      switches.selected = line
      self.overlay = .inputs(switches)
      dispatch(.enter)
    case (.press, .entry), (.release, _), (.drag, _): break
    }
  }
}
