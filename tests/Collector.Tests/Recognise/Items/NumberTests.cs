using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Items;

public class NumberTests
{
    public static TheoryData<object?, int?, int> Tokens => new()
    {
        { 12, 12, 0 },
        { 12L, 12, 0 },
        { 12.0, 12, 0 },
        { 12.4, 12, 0 },
        { "12", 12, 0 },
        { " 12 ", 12, 0 },
        { "12.0", 12, 0 },
        { "1e3", 1000, 0 },
        { 0, 0, 0 },
        { int.MaxValue, int.MaxValue, 0 },
        { null, null, 0 },
        { -1, null, 1 },
        { "-1", null, 1 },
        { long.MaxValue, null, 1 },
        { 1L << 62, null, 1 },
        { double.NaN, null, 1 },
        { double.PositiveInfinity, null, 1 },
        { 1e308, null, 1 },
        { "twelve", null, 1 },
        { "12 tokens", null, 1 },
        { "", null, 1 },
        { true, null, 1 },
        { "[12]", null, 1 },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Recognise_InputTokens_AreReadLenientlyAndKeptInRange(object? value, int? expected, int invalid)
    {
        var recogniser = Recognisers.New();

        var operation = recogniser.Recognise(new Telemetry().Span("chat m", attributes:
            [
                ("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "m"), ("gen_ai.usage.input_tokens", value), ("gen_ai.usage.output_tokens", 1)
            ])).Operation!;

        Assert.Equal(expected, operation.Tokens.Input);
        Assert.Equal(invalid, recogniser.Counts.NumbersInvalid);
    }

    [Fact]
    public void Recognise_UnusableNumber_GivesWayToNextKey()
    {
        var operation = Recognisers.Operation(new Telemetry().Span("chat m", attributes:
            [("gen_ai.operation.name", "chat"), ("gen_ai.usage.input_tokens", "?"), ("gen_ai.usage.prompt_tokens", 9), ("gen_ai.usage.output_tokens", 1)]));

        Assert.Equal(9, operation.Tokens.Input);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.5)]
    [InlineData(1e12)]
    [InlineData("free")]
    public void Recognise_UnusableCost_IsNotReported(object cost)
    {
        var recogniser = Recognisers.New();

        var operation = recogniser.Recognise(new Telemetry().Span("chat gpt-4o", attributes:
        [
            ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o"),
            ("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 0), ("gen_ai.usage.cost", cost),
        ])).Operation!;

        Assert.Equal(new Cost(0.0025m, CostSource.Computed), operation.Cost);
        Assert.Equal(1, recogniser.Counts.NumbersInvalid);
    }

    [Theory]
    [InlineData("0.0042USD", 0.0042, nameof(CostSource.Reported))]
    [InlineData("0.0042EUR", 0.0025, nameof(CostSource.Computed))]
    [InlineData("0.0042", 0.0025, nameof(CostSource.Computed))]
    public void Recognise_AmountWithItsCurrency_CountsInUsd(string cost, double usd, string source)
    {
        var recogniser = Recognisers.New();

        var operation = recogniser.Recognise(new Telemetry("app", "io.quarkus.opentelemetry").Span("completion gpt-4o", attributes:
        [
            ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o"),
            ("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 0), ("gen_ai.client.estimated_cost", cost),
        ])).Operation!;

        Assert.Equal(((decimal)usd, source), (operation.Cost!.Value.Usd, operation.Cost.Value.Source.ToString()));
        Assert.Equal(0, recogniser.Counts.NumbersInvalid);
    }

    [Fact]
    public void Recognise_PartLargerThanWhole_IsTakenAsLeftOut()
    {
        var operation = Recognisers.Operation(new Telemetry().Span("chat m", attributes:
        [
            ("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "m"), ("gen_ai.usage.input_tokens", 10), ("gen_ai.usage.output_tokens", 5),
            ("gen_ai.usage.cache_read.input_tokens", 500), ("gen_ai.usage.cache_creation.input_tokens", 100), ("gen_ai.usage.reasoning.output_tokens", 40),
        ]));

        Assert.Equal(new TokenUsage(610, 45, 500, 100, 40), operation.Tokens);
    }

    [Fact]
    public void Recognise_SumBeyondInt_IsNull()
    {
        var recogniser = Recognisers.New();

        var operation = recogniser.Recognise(new Telemetry("claude-code").Log("", "claude_code.api_request",
            ("event.name", "api_request"), ("input_tokens", int.MaxValue), ("cache_read_tokens", int.MaxValue), ("output_tokens", 1))).Operation!;

        Assert.Null(operation.Tokens.Input);
        Assert.Equal(1, recogniser.Counts.NumbersInvalid);
    }
}
