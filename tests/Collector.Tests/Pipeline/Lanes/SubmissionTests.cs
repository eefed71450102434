using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Pipeline.Lanes;

namespace Tidemark.Collector.Tests.Pipeline.Lanes;

public sealed class SubmissionTests
{
    private readonly Submission _submission = new();

    [Fact]
    public void TryWithdraw_NoPartHasBegun_KeepsAllFromBeginning()
    {
        Assert.True(_submission.TryWithdraw());

        Assert.False(Part().TryBegin());
        Assert.True(_submission.TryWithdraw());
    }

    [Fact]
    public void TryWithdraw_APartHasBegun_IsTooLateAndTheOthersBeginToo()
    {
        Assert.True(Part().TryBegin());

        Assert.False(_submission.TryWithdraw());
        Assert.True(Part().TryBegin());
    }

    [Fact]
    public async Task Complete_APartFailed_KeepsTheOthersFromBeginning()
    {
        var failed = Part();
        Assert.True(failed.TryBegin());

        failed.Complete(PartResult.NotNow(RefusalCause.NotCommitted, "no"));

        Assert.False(Part().TryBegin());
        Assert.Equal(RefusalCause.NotCommitted, (await failed.Done).Cause);
    }

    [Fact]
    public void Complete_APartStored_LetsTheOthersBegin()
    {
        var stored = Part();
        Assert.True(stored.TryBegin());

        stored.Complete(PartResult.Stored);

        Assert.True(Part().TryBegin());
        Assert.False(_submission.TryWithdraw());
    }

    private LanePart Part() => new() { Received = LedgerDelta.Of("test", 1, 0), Submission = _submission };
}
