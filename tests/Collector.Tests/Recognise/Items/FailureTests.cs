using System.Globalization;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Items;

/// <summary>Failures as public SDKs report them.</summary>
public class FailureTests
{
    private static readonly Telemetry App = new();

    /// <summary>Reported errors of failed calls, and the expected classification.</summary>
    public static TheoryData<string?, int?, string?, string?, string> Failures
    {
        get
        {
            var failures = new TheoryData<string?, int?, string?, string?, string>();
            foreach (var line in File.ReadLines("Recognise/Items/failures.tsv").Where(line => !line.StartsWith('#')))
            {
                var cells = line.Split('\t').Select(cell => cell == "-" ? null : cell).ToArray();
                failures.Add(
                    cells[0], cells[1] is { } status ? int.Parse(status, CultureInfo.InvariantCulture) : null, cells[2], cells[3], $"{cells[4]} {cells[5]}");
            }

            return failures;
        }
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Recognise_FailedCall_HasTypeAndClass(string? type, int? status, string? exception, string? message, string expected)
    {
        var span = Call(2, ("error.type", type), ("http.response.status_code", status));
        if (exception is not null) Throw(span, exception, message);
        else if (message is not null) span.StatusMessage = Attributes.Utf8(message);

        var failure = Recognisers.Operation(span).Failure;

        Assert.Equal(expected, $"{failure?.Type} {failure?.Class}");
    }

    [Fact]
    public void Recognise_CallerThatWentAway_IsNoErrorAndStaysVisible()
    {
        var operation = Recognisers.Operation(Call(2, ("error.type", "CancelledError")));

        Assert.Equal((false, "CancelledError"), (operation.IsError, operation.Failure?.Type));
    }

    [Theory]
    [InlineData("langgraph.errors.GraphInterrupt", "(Interrupt(value='approve?'),)")]
    [InlineData("langgraph.errors.NodeInterrupt", "x")]
    [InlineData("langgraph.errors.ParentCommand", "x")]
    [InlineData("GraphInterrupt", "x")]
    [InlineData("StopIteration", "")]
    [InlineData("StopAsyncIteration", "")]
    [InlineData("GeneratorExit", "")]
    [InlineData("pydantic_ai.exceptions.ApprovalRequired", "x")]
    [InlineData("pydantic_ai.exceptions.CallDeferred", "x")]
    [InlineData("agno.exceptions.StopAgentRun", "x")]
    public void Recognise_ControlFlow_IsNoFailure(string exception, string message)
    {
        foreach (var status in (int[])[0, 1, 2])
        {
            var span = Call(status);
            Throw(span, exception, message);
            Assert.Null(Recognisers.Operation(span).Failure);
        }
    }

    [Fact]
    public void Recognise_InterruptInStatusMessageOnly_IsNoFailure()
    {
        var span = Call(2);
        span.StatusMessage = Attributes.Utf8("GraphInterrupt((Interrupt(value='approve?'),))");

        Assert.Null(Recognisers.Operation(span).Failure);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Recognise_ExceptionOnModelCall_IsAFailureWhateverTheStatus(int status)
    {
        var span = Call(status);
        Throw(span, "Exception", "Error code: 529 - overloaded");

        Assert.Equal(new Failure("529", "server"), Recognisers.Operation(span).Failure);
    }

    [Fact]
    public void Recognise_ExceptionOnHttpClient_MayHaveBeenMended()
    {
        var span = App.Span("POST", attributes: [("http.request.method", "POST"), ("server.address", "api.example.com"), ("http.response.status_code", 200)]);
        Throw(span, "ConnectError", "x");

        Assert.Null(Recognisers.Operation(span).Failure);
    }

    [Theory]
    [InlineData("""["error"]""", "error")]
    [InlineData("FinishReason.MALFORMED_FUNCTION_CALL", "FinishReason.MALFORMED_FUNCTION_CALL")]
    public void Recognise_FinishReasonError_IsAFailure(string reason, string type)
    {
        var operation = Recognisers.Operation(Call(1, ("gen_ai.response.finish_reasons", reason)));

        Assert.Equal((true, type, "error"), (operation.IsError, operation.Failure?.Type, operation.FinishReason));
    }

    [Theory]
    [InlineData("gen_ai.tool.call.outcome", "error", true)] // Rig
    [InlineData("gen_ai.tool.call.outcome", "success", false)]
    [InlineData("gen_ai.tool.status", "failed", true)]
    [InlineData("mcp.tool.result.is_error", true, true)]
    [InlineData("mcp.tool.result.is_error", false, false)]
    [InlineData("gen_ai.tool.call.result", """{"content": [], "isError": true}""", true)]
    [InlineData("gen_ai.tool.call.result", """{"content": [], "isError": false}""", false)]
    public void Recognise_ToolOutcome_TellsFailure(string key, object value, bool expected)
    {
        var operation = Recognisers.Operation(App.Span(
            "execute_tool boom", kind: 1, attributes: [("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", "boom"), (key, value)]));

        Assert.Equal(expected, operation.IsError);
        Assert.DoesNotContain("isError", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 500, true)]
    [InlineData(0, 503, true)]
    [InlineData(0, 404, false)]
    [InlineData(1, 500, false)]
    [InlineData(0, 200, false)]
    public void Recognise_RequestStatus_IsAnErrorFromFiveHundredOn(int status, int code, bool expected)
    {
        var span = App.Span("POST /chat", kind: 2, status: status, attributes: [("http.request.method", "POST"), ("http.response.status_code", code)]);

        Assert.Equal(expected, Recognisers.Operation(span).IsError);
    }

    private static SpanRecord Call(int status, params (string Key, object? Value)[] reported)
    {
        (string Key, object? Value)[] usual = [("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o")];
        return App.Span("chat gpt-4o", status: status, attributes: [.. usual, .. reported.Where(one => one.Value is not null)]);
    }

    private static void Throw(SpanRecord span, string type, string? message)
    {
        var recorded = span.Events.TryAdd()!;
        recorded.Name = Attributes.Utf8("exception");
        recorded.Attributes.Add("exception.type", type);
        recorded.Attributes.Add("exception.message", message ?? "");
    }
}
