using System.Globalization;

namespace Tidemark.Samples.AgentFleet;

/// <summary>Totals of the fleet. Tokens are those of model calls, including embeddings.</summary>
internal sealed class FleetTally
{
    public long Sessions { get; set; }

    public long Operations { get; set; }

    public long Inferences { get; set; }

    public long InputTokens { get; set; }

    public long OutputTokens { get; set; }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"sent sessions={Sessions} operations={Operations} inferences={Inferences} input_tokens={InputTokens} output_tokens={OutputTokens}");
}
