namespace Tidemark.Testing.Oracle.Faults;

/// <summary>A fault that ends when the method returns.</summary>
internal interface IFault
{
    Task StrikeAsync(OracleSystem system, Random random, CancellationToken cancellationToken);
}
