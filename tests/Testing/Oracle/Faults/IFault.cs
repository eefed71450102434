namespace Tidemark.Testing.Oracle.Faults;

/// <summary>Something that goes wrong, and is over when it returns.</summary>
internal interface IFault
{
    Task StrikeAsync(OracleSystem system, Random random, CancellationToken cancellationToken);
}
