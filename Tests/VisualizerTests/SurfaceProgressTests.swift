import ErrorSurfaces
import Testing

@testable import Session
@testable import Visualizer

/// A surface in the making says how far it is.
struct SurfaceProgressTests {
  @Test(arguments: [(80, 24), (120, 40), (200, 60)]) func whatTakesLongSaysHowFarItIs(width: Int, height: Int) throws {
    var state = State.surface("random")
    state.perform(.resize(width: width, height: height))
    func screen(_ progress: SurfaceProgress?) -> String {
      state.perform(.session(.surface(.progress(progress))))
      return state.screen
    }
    #expect(screen(nil).contains("surface · "))
    #expect(screen(SurfaceProgress(.plane, share: 0.1)).contains("surface plane 10 % · "))
    #expect(screen(SurfaceProgress(.costs, share: 0)).contains("surface 0 % · "))
    let whole = SurfaceOutcome(computing: try #require(state.wantedSurface))
    #expect(screen(SurfaceProgress(.costs, share: 0.439)).contains("surface 43 % · "))
    state.perform(.session(.surface(.computed(whole))))
    #expect(state.session!.scene.progress == nil && state.screen.contains("surface · "), "gone when whole")
    #expect(screen(SurfaceProgress(.costs, share: 0.5)).contains("surface 50 % · "))
    state.perform(.changeAxes(by: 1))
    #expect(state.session!.scene.progress == nil, "of another surface")
  }

  @Test func whileItRunsAWholeSurfaceSaysNothingOfTheNext() throws {
    var state = State.surface("random")
    let isAwaited = { (state: State) in state.session!.scene.isAwaited(isRunning: state.isRunning) }
    #expect(isAwaited(state))
    state.computeSurface()
    #expect(state.isRunning && !isAwaited(state))
    state.perform(.session(.toggleRun))
    #expect(!state.isRunning && isAwaited(state))
  }
}
