using System.Diagnostics;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Sessions;

public sealed class AmbientSessionTests : IDisposable
{
    private readonly SpanRecorder _spans = new();
    private readonly TidemarkClient _tidemark = new();
    private readonly string _id = Guid.NewGuid().ToString();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task Current_InAsyncFlow_IsTheSessionAround()
    {
        using (_tidemark.StartSession(_id, user: "u-7"))
        {
            await Task.Yield();
            await Task.WhenAll(WorkAsync("a"), Task.Run(() => WorkAsync("b")));
        }

        Assert.Null(_tidemark.Current.Id);
        Assert.Equal(["execute_tool a", "execute_tool b"], _spans.Of(_id).Select(span => span.DisplayName).Order());
        Assert.All(_spans.Of(_id), span => Assert.Equal("u-7", span.Text("user.id")));

        async Task WorkAsync(string tool)
        {
            await Task.Yield();
            Assert.Equal(_id, _tidemark.Current.Id);
            _tidemark.Current.StartTool(tool).Dispose();
        }
    }

    [Fact]
    public void Current_Nested_IsTheInnermost()
    {
        using var outer = _tidemark.StartSession(_id);
        using (_tidemark.StartSession("inner"))
            Assert.Equal("inner", _tidemark.Current.Id);
        Assert.Equal(_id, _tidemark.Current.Id);
    }

    [Fact]
    public void Dispose_OuterFirst_InnerStaysUntilItEnds()
    {
        var outer = _tidemark.StartSession(_id);
        var inner = _tidemark.StartSession("inner");
        outer.Dispose();
        Assert.Equal("inner", _tidemark.Current.Id);
        inner.Dispose();
        Assert.Null(_tidemark.Current.Id);
        inner.Dispose();
        outer.Dispose();
        Assert.Null(_tidemark.Current.Id);
    }

    [Fact]
    public async Task Current_ForkOutlivesTheSession_IsNoLongerIt()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<string?> fork;
        using (_tidemark.StartSession(_id))
            fork = ForkAsync();
        ended.SetResult();

        Assert.Null(await fork);

        async Task<string?> ForkAsync()
        {
            await ended.Task;
            return _tidemark.Current.Id;
        }
    }

    [Fact]
    public void Dispose_InAnotherFlow_EndsForAll()
    {
        var session = _tidemark.StartSession(_id);
        var thread = new Thread(session.Dispose);
        thread.Start();
        thread.Join();

        Assert.Null(_tidemark.Current.Id);
    }

    [Fact]
    public void StartSession_NeverDisposed_ChainsUpToItsBound()
    {
        for (var i = 0; i < SessionScope.MaxDepth * 3; i++)
            _tidemark.StartSession($"{_id}-{i}");

        var depth = 0;
        for (var scope = SessionScope.Current; scope is not null; scope = SessionScope.Current)
        {
            scope.End();
            depth++;
        }

        Assert.InRange(depth, 1, SessionScope.MaxDepth + 1);
    }

    [Fact]
    public void Stop_OutOfOrder_KeepsTheRunningSpanCurrent()
    {
        using var session = _tidemark.StartSession(_id);
        var around = Activity.Current;
        var first = session.StartAgent("first");
        var second = session.StartAgent("second");
        first.Dispose();
        Assert.Same(second.Activity, Activity.Current);
        second.Dispose();
        Assert.Same(around, Activity.Current);
    }

    [Fact]
    public async Task ThousandSessions_InParallel_DoNotMix()
    {
        const int Sessions = 1000;
        await Parallel.ForAsync(0, Sessions, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, cancellationToken) =>
        {
            using var session = _tidemark.StartSession($"{_id}-{i}", user: $"u-{i}", agent: $"agent-{i}");
            using var run = session.StartAgent($"agent-{i}");
            using (session.StartConversation($"c-{i}"))
            {
                await Task.Yield();
                using var call = _tidemark.Current.StartInference($"model-{i}");
                await Task.Yield();
                call.SetUsage(new TokenUsage(Input: i, Output: 1));
            }

            await Task.Yield();
            _tidemark.Current.StartTool($"tool-{i}").Dispose();
        });

        for (var i = 0; i < Sessions; i++)
        {
            var spans = _spans.Of($"{_id}-{i}");
            Assert.Equal([$"chat model-{i}", $"execute_tool tool-{i}", $"invoke_agent agent-{i}"], spans.Select(span => span.DisplayName));
            Assert.All(spans, span => Assert.Equal(($"u-{i}", $"agent-{i}"), (span.Text("user.id"), span.Text("gen_ai.agent.name"))));
            Assert.Equal([$"c-{i}", null, null], spans.Select(span => span.Text("gen_ai.conversation.id")));
            Assert.Equal((long)i, spans[0].GetTagItem("gen_ai.usage.input_tokens"));
        }
    }
}
