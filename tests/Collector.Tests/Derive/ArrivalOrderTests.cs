using Tidemark.Collector.Derive;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Monitors;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive;

/// <summary>Random sessions. Every failure names its seed, which reproduces it.</summary>
public class ArrivalOrderTests
{
    private const int Seeds = 60;

    private static readonly DeriveOptions Options = new() { CostBudgetUsd = 0.5m };

    public static TheoryData<bool> Clocks => [true, false];

    [Theory]
    [MemberData(nameof(Clocks))]
    public void Rows_AnyOrderAndAnyBatches_AreThoseOfTheReference(bool isCoarse)
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var scenario = new Scenario(seed, isCoarse);
            var reference = new Reference(scenario.Operations, scenario.Notices);
            var expected = Rows.Of(reference.Sessions(), reference.Conversations());
            AssertSame(seed, expected, Rows.Of(scenario.Run(new World(Options), isShuffled: false)));
            AssertSame(seed, expected, Rows.Of(scenario.Run(new World(Options), isShuffled: true)));
            AssertSame(seed, expected, Rows.Of(scenario.Run(new World(Options), isShuffled: true)));
        }
    }

    [Fact]
    public void Events_InOrderAnyBatches_AreTheSameEachOnce()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var scenario = new Scenario(seed, isCoarse: false);
            var oneByOne = new World(Options);
            foreach (var (operations, notices) in scenario.Batches(isShuffled: false))
            {
                foreach (var item in operations.Cast<object>().Concat(notices).OrderBy(item => (item as Operation)?.Key.StartedAt ?? ((SessionNotice)item).At))
                {
                    if (item is Operation operation) oneByOne.Commit(operation);
                    else oneByOne.Notice((SessionNotice)item);
                }
            }

            var all = new World(Options);
            all.Commit(scenario.Operations, scenario.Notices);
            var expected = Rows.Of(oneByOne.Events);
            AssertSame(seed, expected, Rows.Of(all.Events));
            AssertSame(seed, expected, Rows.Of(scenario.Run(new World(Options), isShuffled: false).Events));
            Assert.Equal(oneByOne.Monitors.Values.Select(WithoutTime), all.Monitors.Values.Select(WithoutTime));
        }
    }

    [Fact]
    public void Replays_OfEverything_ChangeNothing()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var scenario = new Scenario(seed, isCoarse: false);
            var world = scenario.Run(new World(Options), isShuffled: true);
            var (rows, events, rollups) = (Rows.Of(world), world.Events.Count, world.Rollups.Count);

            world.Commit(scenario.Operations, scenario.Notices);

            AssertSame(seed, rows, Rows.Of(world));
            Assert.Equal((events, rollups), (world.Events.Count, world.Rollups.Count));
        }
    }

    [Fact]
    public void Events_AnyOrder_NeitherMissAnOperationNorContradictEventTime()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var scenario = new Scenario(seed, isCoarse: false);
            var inOrder = new World(Options);
            inOrder.Commit(scenario.Operations, scenario.Notices);
            var world = new World(Options);
            foreach (var (operations, notices) in scenario.Batches(isShuffled: true))
            {
                var known = new Known(world.Operations, operations, scenario.Notices);
                foreach (var happened in world.Commit(operations, notices)) Assert.True(known.Agrees(happened), $"Seed {seed}: {happened}");
            }

            foreach (var type in new[] { EventTypes.OperationFailed, EventTypes.OperationSlow })
                AssertSame(seed, Rows.Of(inOrder.Events.OfType(type)), Rows.Of(world.Events.OfType(type)));
            Assert.Equal(
                inOrder.Events.OfType(EventTypes.SessionCreated).Select(happened => happened.SessionId).Order(),
                world.Events.OfType(EventTypes.SessionCreated).Select(happened => happened.SessionId).Order());
        }
    }

    private static MonitorState WithoutTime(MonitorState state) => state with { LastAt = default, Revision = 0 };

    private static void AssertSame(int seed, string expected, string actual)
    {
        if (expected == actual) return;
        var (was, got) = expected.Split('\n').Zip(actual.Split('\n')).FirstOrDefault(pair => pair.First != pair.Second);
        Assert.Fail($"Seed {seed}: expected {was}\nbut got  {got}\n--- expected\n{expected}\n--- actual\n{actual}");
    }
}
