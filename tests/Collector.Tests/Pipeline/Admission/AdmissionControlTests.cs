using Tidemark.Collector.Model;
using Tidemark.Collector.Pipeline;
using Tidemark.Collector.Pipeline.Admission;
using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Pipeline.Admission;

public sealed class AdmissionControlTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTime _time = new();
    private readonly PipelineOptions _options = new() { MaxWait = TimeSpan.FromSeconds(2) };
    private readonly AdmissionControl _control;
    private readonly SimulatedLane _lane;

    public AdmissionControlTests()
    {
        _control = new AdmissionControl(_options, _time);
        _lane = new SimulatedLane(_control, _time);
    }

    [Fact]
    public void TryAdmit_BurstOnIdleCollector_TakesAll()
    {
        _lane.ItemsPerSecond = 10_000;
        // A warm-up, whose result is discarded.
        _lane.Run(Minute, () => Assert.True(_lane.Offer(1)));

        Assert.All(Enumerable.Range(0, 150), _ => Assert.True(_lane.Offer(100)));
        _lane.Run(Minute, () => { });

        Assert.Equal(0, _control.Pending);
    }

    [Fact]
    public void TryAdmit_TwiceWhatCanBeCommitted_KeepsAllButATenthOfTheRateAndBoundsTheWait()
    {
        var offered = 0;
        var refused = 0;

        // 2,000 items/s are offered, 1,000 can be committed.
        _lane.Run(Minute, () => Offer(20));

        Assert.True(_lane.Committed > 0.9 * 60 * _lane.ItemsPerSecond, $"{_lane.Committed} committed, {refused} of {offered} refused");
        Assert.InRange(refused, offered * 0.35, offered * 0.55);
        Assert.True(_lane.Waits.Max() < TimeSpan.FromSeconds(5), $"waited up to {_lane.Waits.Max()}");
        Assert.True(
            _lane.Waits.Skip(_lane.Waits.Count / 4).Max() < TimeSpan.FromSeconds(3.5), $"later waited up to {_lane.Waits.Skip(_lane.Waits.Count / 4).Max()}");

        void Offer(int items)
        {
            offered++;
            if (!_lane.Offer(items)) refused++;
        }
    }

    [Fact]
    public void TryAdmit_DatabaseBecomesTenTimesSlower_FollowsIt()
    {
        _lane.ItemsPerSecond = 10_000;
        _lane.Run(Minute, () => _lane.Offer(200));

        _lane.ItemsPerSecond = 1_000;
        _lane.Run(Minute, () => _lane.Offer(200));
        var before = _lane.Waits.Count;
        _lane.Run(Minute, () => _lane.Offer(200));

        Assert.True(_lane.Waits.Skip(before).Max() < TimeSpan.FromSeconds(5), $"waited up to {_lane.Waits.Skip(before).Max()}");
    }

    [Fact]
    public void TryAdmit_DatabaseBecomesTenTimesFaster_TakesTenTimesAsMuch()
    {
        _lane.Run(Minute, () => _lane.Offer(200));

        _lane.ItemsPerSecond = 10_000;
        _lane.Run(TimeSpan.FromSeconds(20), () => _lane.Offer(200));
        var before = _lane.Committed;
        _lane.Run(Minute, () => _lane.Offer(200));

        Assert.True(_lane.Committed - before > 0.9 * 60 * 10_000, $"{_lane.Committed - before} committed");
    }

    [Fact]
    public void TryAdmit_Overload_LargeAndSmallRequestsHaveTheSameChance()
    {
        int[] sizes = [1, 50, 400];
        var admitted = new int[sizes.Length];
        const int Offers = 3_000;
        var offer = 0;

        _lane.Run(TimeSpan.FromMilliseconds(10 * Offers * sizes.Length), () =>
        {
            var size = offer++ % sizes.Length;
            if (_lane.Offer(sizes[size])) admitted[size]++;
        });

        Assert.True(admitted.Min() > admitted.Max() / 2, string.Join(' ', admitted));
        Assert.InRange(admitted[2], 1, Offers / 2);
    }

    [Fact]
    public void Look_NothingCommittedForLong_RefusesUntilItIs()
    {
        Assert.True(_control.TryAdmit(SimulatedLane.Request(10), out _, out var stuck));
        Assert.Null(_control.Look());

        _time.Advance((2 * _options.MaxWait) + TimeSpan.FromMilliseconds(1));
        Assert.Equal(RefusalCause.Stalled, _control.Look());
        Assert.False(_control.TryAdmit(SimulatedLane.Request(1), out var cause, out _));
        Assert.Equal(RefusalCause.Stalled, cause);

        stuck.Commit();
        Assert.Null(_control.Look());
    }

    [Fact]
    public void Look_NothingCommittedYet_RefusesAfterTheLongestWait()
    {
        Assert.True(_control.TryAdmit(SimulatedLane.Request(10), out _, out _));

        _time.Advance(_options.MaxWait + TimeSpan.FromMilliseconds(1));

        Assert.Equal(RefusalCause.Overload, _control.Look());
        Assert.InRange(_control.EstimatedWait, _options.MaxWait, 2 * _options.MaxWait);
    }

    [Fact]
    public void Dispose_RequestGivenUp_GivesItsRoomBackOnceAndIsNoCommit()
    {
        Assert.True(_control.TryAdmit(SimulatedLane.Request(10), out _, out var reservation));
        reservation.Correct(7);
        Assert.Equal(7, _control.Pending);

        reservation.Dispose();
        reservation.Dispose();
        reservation.Commit();
        reservation.Correct(9);

        Assert.Equal(0, _control.Pending);
        Assert.Equal(TimeSpan.Zero, _control.EstimatedWait);
    }

    [Fact]
    public void TryAdmit_KindOfRequestSeenBefore_IsCountedByWhatEarlierOnesHeld()
    {
        for (var i = 0; i < 100; i++)
        {
            Assert.True(_control.TryAdmit(SimulatedLane.Request(10), out _, out var earlier));
            earlier.Correct(1_000);
            earlier.Dispose();
        }

        Assert.True(_control.TryAdmit(SimulatedLane.Request(10), out _, out _));

        Assert.InRange(_control.Pending, 990, 1_000);
    }
}
