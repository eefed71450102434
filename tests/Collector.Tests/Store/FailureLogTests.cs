using Tidemark.Collector.Store;
using Tidemark.Collector.Tests.Pipeline.Requests;
using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Store;

public sealed class FailureLogTests
{
    private readonly FakeTime _time = new();
    private readonly List<string> _lines = [];
    private readonly FailureLog _failures;

    public FailureLogTests() => _failures = new FailureLog("Merging", TimeSpan.FromSeconds(1), _time, new LineLogger<FailureLogTests>(_lines));

    [Fact]
    public void Failed_ManyTimesASecond_IsLoggedOnceAMinute()
    {
        for (var second = 0; second < 150; second++)
        {
            _failures.Failed(new InvalidOperationException("The disk is slow."));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(3, _lines.Count);
        Assert.Contains("Merging failed (1 in a row)", _lines[0], StringComparison.Ordinal);
        Assert.Contains("Merging failed (121 in a row)", _lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Succeeded_AfterFailures_IsLoggedAndTheNextFailureToo()
    {
        _failures.Failed(new InvalidOperationException("The disk is slow."));
        _failures.Failed(new InvalidOperationException("The disk is slow."));
        _failures.Succeeded();
        _failures.Succeeded();
        _failures.Failed(new InvalidOperationException("The disk is slow."));

        Assert.Equal(3, _lines.Count);
        Assert.Equal("Merging succeeded again after 2 failures.", _lines[1]);
        Assert.Contains("(1 in a row)", _lines[2], StringComparison.Ordinal);
    }
}
