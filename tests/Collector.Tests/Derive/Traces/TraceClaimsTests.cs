using Tidemark.Collector.Derive.Traces;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive.Traces;

/// <summary>Calls of two traces that share a claim and are compared.</summary>
public sealed class TraceClaimsTests
{
    [Theory]
    [InlineData(0, 100)]
    [InlineData(4.9, 100)]
    [InlineData(4.9, 102)]
    [InlineData(0.3, 98)]
    public void Alike_NearInTimeAndTokens_ShareAClaim(double later, int output)
    {
        // From every position in a window, so that some are on a boundary.
        for (var second = 0.0; second < 10; second += 0.7)
            Assert.NotEmpty(Shared(Call(second, 100), Call(second + later, output)));
    }

    [Theory]
    [InlineData(20, 100, "shop")]
    [InlineData(0, 120, "shop")]
    [InlineData(0, 100, "till")]
    public void Alike_OtherTimeTokensOrService_ShareNone(double later, int output, string service) =>
        Assert.Empty(Shared(Call(3, 100), Call(3 + later, output, service)));

    [Fact]
    public void Alike_EmbeddingWithoutOutput_ComparesInput() =>
        Assert.Empty(Shared(
            Call(0, 0) with { Tokens = new TokenUsage(50, null, null, null, null) },
            Call(0, 0) with { Tokens = new TokenUsage(900, null, null, null, null) }));

    private static IEnumerable<long> Shared(Operation one, Operation other) =>
        TraceClaims.Alike(one).Select(claim => claim.Hash).Intersect(TraceClaims.Alike(other).Select(claim => claim.Hash));

    private static Operation Call(double second, int output, string service = "shop") =>
        Make.Operation(second, Make.Series(OperationKind.Inference, service)) with { Tokens = new TokenUsage(10, output, null, null, null) };
}
